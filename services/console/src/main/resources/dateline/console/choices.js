// What the filters offer: first what the latest articles have, with how many, then everything else.
import { byId, el } from './dom.js';
import * as words from './words.js';

const LANGUAGES = ['en', 'ru', 'kk', 'ky', 'tg', 'tk', 'uz', 'zh', 'de', 'es', 'fr', 'tr', 'ar', 'fa', 'hi', 'ja', 'ko', 'pt', 'uk'];

/** Offers regions, themes and languages. */
export function offer({ names, latest }) {
  fill(byId('region'), Object.keys(names.regions), latest.regions, words.region);
  fill(byId('theme'), Object.keys(names.themes), latest.themes, words.theme);
  fill(byId('language'), LANGUAGES, latest.languages, words.language);
}

/** Offers the sources that are new. */
export function offerSources(sources) {
  const known = new Set([...byId('source').options].map(option => option.value));
  sources.filter(row => !known.has(row.id)).forEach(row => byId('source').append(el('option', { value: row.id }, row.name)));
}

/** Chooses a value, adding it where the list has none: it may be of the operator's own making. No outcome is. */
export function select(control, value, text) {
  if (control.tagName === 'SELECT' && ![...control.options].some(option => option.value === value)) {
    if (control.name === 'outcome') return;
    control.append(el('option', { value }, text));
  }
  control.value = value;
}

/** A list that somebody has open stays as it is. */
function fill(control, codes, counts, name) {
  if (document.activeElement === control) return;
  const chosen = control.value;
  const sorted = list => list.map(code => [name(code), code]).sort();
  const present = sorted(Object.keys(counts)).map(([text, value]) => el('option', { value }, `${text} (${words.number(counts[value])})`));
  const others = sorted(codes.filter(code => !(code in counts))).map(([text, value]) => el('option', { value }, text));
  control.replaceChildren(control.options[0], group('In the latest articles', present), group('Others', others));
  if (chosen) select(control, chosen, name(chosen));
}

const group = (label, options) => el('optgroup', { label, hidden: options.length === 0 }, ...options);
