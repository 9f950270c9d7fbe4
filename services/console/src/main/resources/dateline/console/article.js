// One article as a line of the feed.
import { el, outsideLink } from './dom.js';
import * as words from './words.js';

const MAX_CHIPS = 5;
/** The best come first; a line has no room for more. */
const MAX_THEMES = 4;

/** What to call an article, whatever is known of it. */
export function titleOf(article) {
  if (article.title.trim()) return article.title;
  if (article.status === 'WITHDRAWN') return 'Withdrawn article';
  return article.loss ? addressText(article.url) || 'Record without an address' : 'Untitled article';
}

/** An address as people read it: without the scheme, and with the letters that it encodes. */
function addressText(url) {
  const short = url.replace(/^https?:\/\/(www\.)?/, '');
  try {
    return decodeURI(short);
  } catch {
    return short;
  }
}

/** Makes the line; choose(name, value) sets a filter, open(key) shows the trace. */
export function line(article, choose, open) {
  const link = el('a', { class: 'title', href: '?article=' + encodeURIComponent(article.key) }, titleOf(article));
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(article.key);
  });
  return el('li', { class: 'item', data: { key: article.key, outcome: article.outcome, story: article.storyId ?? '', withdrawn: String(article.status === 'WITHDRAWN') } },
    el('time', { datetime: article.at, title: 'Taken in ' + words.precise(article.at) }, words.clock(article.at)),
    el('div', { class: 'body' }, el('h3', { lang: article.language === 'und' ? null : article.language, dir: 'auto' }, link), byline(article), chips(article, choose, open)));
}

function byline(article) {
  return el('p', { class: 'byline' },
    article.outlet || article.sourceId ? outsideLink(article.url, article.outlet ?? article.sourceId) : null,
    article.loss ? null : el('span', {}, words.language(article.language)),
    article.published ? el('span', { title: words.precise(article.published) }, 'published ', el('span', { class: 'ago', data: { moment: article.published } }, words.ago(article.published))) : null);
}

function chips(article, choose, open) {
  const strong = article.regions.filter(tag => tag.role === 'ABOUT' || tag.role === 'DATELINE');
  const faint = article.regions.filter(tag => tag.role === 'MENTIONED' && !strong.some(other => other.code === tag.code));
  const narrow = narrowest(article.themes);
  const shown = withoutContinents(distinct([...strong, ...faint]));
  return el('ul', { class: 'chips', 'aria-label': 'Marks and tags' },
    ...marks(article, open),
    ...shown.slice(0, MAX_CHIPS).map(tag => el('li', {}, chip('region', tag.code, words.region(tag.code), words.ROLES[tag.role], tag.role === 'MENTIONED' ? 'faint' : '', choose))),
    more(shown.length - MAX_CHIPS, 'regions', article, open),
    ...narrow.slice(0, MAX_THEMES).map(tag => el('li', {}, chip('theme', tag.code, words.theme(tag.code), 'theme', 'theme', choose))),
    more(narrow.length - MAX_THEMES, 'themes', article, open));
}

/** What a line has no room for, the trace shows. */
function more(count, what, article, open) {
  return count > 0 ? el('li', {}, opener('chip more', `+${count}`, article, open, { 'aria-label': `${count} more ${what}: show the trace` })) : null;
}

function opener(style, text, article, open, properties = {}) {
  return el('button', { type: 'button', class: style, onclick: () => open(article.key), ...properties }, text);
}

/** A country's continents go without saying; where no country is, they are all that is known. */
function withoutContinents(tags) {
  const countries = tags.filter(tag => !/^\d{3}$/.test(tag.code));
  return countries.length ? countries : tags;
}

/** What stands above another theme of the article goes without saying. */
function narrowest(tags) {
  const above = new Set();
  tags.forEach(tag => { for (let code = words.parent(tag.code); code; code = words.parent(code)) above.add(code); });
  return tags.filter(tag => !above.has(tag.code));
}

const distinct = tags => tags.filter((tag, place) => tags.findIndex(other => other.code === tag.code) === place);

function chip(filter, code, name, what, style, choose) {
  return el('button', {
    type: 'button', class: 'chip ' + style, title: code + ', ' + what, 'aria-label': `${name} (${what}): show only these`,
    onclick: () => choose(filter, code),
  }, name);
}

function marks(article, open) {
  const texts = [];
  if (article.version > 1) texts.push('v' + article.version);
  if (article.status === 'WITHDRAWN') texts.push('withdrawn');
  else if (article.event !== 'CREATED') texts.push(words.label(article.event));
  if (article.match) texts.push(copyText(article.match));
  if (article.loss) texts.push(lossText(article));
  return [
    ...texts.map(text => el('li', { class: 'mark' }, text)),
    el('li', { class: 'copies', hidden: article.copies === 0 }, opener('mark', copiesText(article.copies), article, open, { title: 'Show them in the trace' })),
  ];
}

/** "wire copy of “Snow closes the pass”, 97% alike", "abridged from ..." */
export function copyText(match) {
  const kind = words.label(match.kind);
  return kind + (match.title ? ` ${kind.endsWith('copy') ? 'of' : 'from'} “${match.title}”` : '') + `, ${words.percent(match.similarity)} alike`;
}

/** "dropped at clean: too short" */
export function lossText(article) {
  const what = article.outcome === 'DEAD' ? 'dead letter' : 'dropped';
  return `${what} at ${article.loss.stage}` + (article.loss.reason ? ': ' + words.label(article.loss.reason) : '');
}

export const copiesText = count => count === 1 ? '1 copy' : count + ' copies';
