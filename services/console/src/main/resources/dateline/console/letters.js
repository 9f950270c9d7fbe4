// Dead letters: how many of a kind, each one, and what to do about them.
import { byId, el } from './dom.js';
import { act, actButton, noteField, onChange } from './session.js';
import * as words from './words.js';

const AGAIN_MILLIS = 15_000;
const SHOWN = 50;
/** Each takes a transaction of its own: more at once would keep a person waiting. */
const AT_ONCE = 200;
const dialog = byId('letter');
let turn = 0;

/** Shows the open ones by stage, reason and source. */
export async function load() {
  try {
    const answer = await fetch('api/dead-letters');
    if (!answer.ok) throw new Error('status ' + answer.status);
    show((await answer.json()).letters);
  } catch {
    byId('letters-count').textContent = 'cannot be read now';
  }
}

function show(letters) {
  const open = letters.filter(letter => letter.standing === 'OPEN');
  const answered = letters.length - open.length;
  byId('letters-count').textContent = [open.length ? `${words.number(open.length)} open` : 'none open', ...(answered ? [`${words.number(answered)} answered`] : [])].join(', ');
  const groups = Map.groupBy ? Map.groupBy(open, kindOf) : grouped(open);
  const opened = new Set([...byId('letters').querySelectorAll('details[open]')].map(details => details.dataset.kind));
  byId('letters').replaceChildren(...[...groups].map(([kind, list]) => group(kind, list, opened.has(kind))));
}

const kindOf = letter => [letter.stage, words.label(letter.reason), letter.source ?? 'source unknown'].join(' · ');

function grouped(letters) {
  const groups = new Map();
  letters.forEach(letter => groups.set(kindOf(letter), [...(groups.get(kindOf(letter)) ?? []), letter]));
  return groups;
}

function group(kind, letters, isOpen) {
  const place = el('div', { class: 'said' });
  const note = noteField();
  const ids = letters.slice(0, AT_ONCE).map(letter => letter.id);
  return el('details', { data: { kind }, open: isOpen },
    el('summary', {}, `${words.number(letters.length)} × ${kind}`),
    el('ul', { class: 'rows' }, ...letters.slice(0, SHOWN).map(letter => el('li', {},
      el('button', { type: 'button', class: 'mark', onclick: () => open(letter.id) }, letter.id), ' ',
      el('span', { class: 'ago', title: words.precise(letter.at), data: { moment: letter.at } }, words.ago(letter.at)), ' ', letter.exception.slice(0, 120)))),
    el('div', { class: 'acts' }, note, ...buttons(ids, note, place)), place);
}

function buttons(ids, note, place) {
  const why = () => note.querySelector('input').value;
  const all = ids.length === 1 ? '' : ` ${ids.length === AT_ONCE ? 'the newest' : 'all'} ${words.number(ids.length)}`;
  const order = (verb, dryRun) => async () => {
    const { answers } = await act('dead-letters/' + verb, { ids, note: why(), dryRun });
    if (!dryRun) setTimeout(load, 500);
    return answers.map(answer => `${answer.id} ${words.label(answer.result)}: ${answer.detail}`).join('; ');
  };
  return [
    actButton('Try a retry' + all, place, order('retry', true), { title: 'Says what a retry would do, and does nothing' }),
    actButton('Retry' + all, place, order('retry', false)),
    actButton('Discard' + all, place, order('discard', false)),
  ];
}

/** Shows one with all that there is to know of it. */
export async function open(id) {
  const mine = ++turn;
  byId('letter-title').textContent = 'Dead letter ' + id;
  byId('letter-body').replaceChildren(el('p', { class: 'empty', role: 'status' }, 'Reading it from Kafka…'));
  if (!dialog.open) dialog.showModal();
  try {
    const answer = await fetch('api/dead-letters/' + encodeURIComponent(id));
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).error ?? 'status ' + answer.status);
    const shown = await answer.json();
    if (mine === turn) byId('letter-body').replaceChildren(...whole(shown));
  } catch (e) {
    if (mine === turn) byId('letter-body').replaceChildren(el('p', { class: 'problem' }, e.message));
  }
}

function whole({ letter, stackTrace, headers, bytes, record, unreadable }) {
  const place = el('div', { class: 'said' });
  const note = noteField();
  const { topic, partition, offset } = letter.origin;
  return [
    el('p', { class: 'problem' }, letter.exception),
    facts([['Stage', letter.stage], ['Reason', words.label(letter.reason)], ['Attempts', String(letter.attempts)], ['When', words.precise(letter.at)],
      ['Read at', `${topic}, partition ${partition}, offset ${offset}`], ['Key', letter.key ?? 'none'], ['Source', letter.source ?? 'unknown'], ['Size', words.number(letter.size) + ' bytes'],
      ['Standing', words.label(letter.standing) + (letter.answer ? ` by ${letter.answer.actor}, ${words.precise(letter.answer.at)}${letter.answer.note ? ': ' + letter.answer.note : ''}` : '')]]),
    ...(letter.standing === 'OPEN' ? [el('div', { class: 'acts' }, note, ...buttons([letter.id], note, place))] : []), place,
    section('Headers', facts(headers.map(header => [header.name, header.value]))),
    section('Failure', el('pre', { tabindex: '0' }, stackTrace)),
    section('Record', unreadable ? el('p', {}, 'It cannot be decoded: ' + unreadable) : el('pre', { tabindex: '0' }, JSON.stringify(record, null, 2))),
    section('First bytes', el('pre', { tabindex: '0' }, bytes.replace(/(..)/g, '$1 ') || 'none')),
  ];
}

const section = (title, ...children) => el('section', { class: 'step' }, el('h3', {}, title), ...children);
const facts = pairs => el('dl', { class: 'facts' }, ...pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));

async function history() {
  const answer = await fetch('api/acts').catch(() => null);
  if (!answer?.ok) return;
  const { acts } = await answer.json();
  byId('acts').replaceChildren(...acts.reverse().map(entry => el('li', {},
    el('span', { class: 'ago', title: words.precise(entry.at), data: { moment: entry.at } }, words.ago(entry.at)),
    ` ${entry.actor}: ${words.label(entry.action)} ${entry.subject}` + [entry.note, entry.detail].filter(Boolean).map(text => ', ' + text).join(''))));
  if (!acts.length) byId('acts').replaceChildren(el('li', {}, 'Nobody has done anything yet.'));
}

byId('letter-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
byId('history').addEventListener('toggle', event => { if (event.target.open) history(); });
onChange(load);
setInterval(load, AGAIN_MILLIS);
