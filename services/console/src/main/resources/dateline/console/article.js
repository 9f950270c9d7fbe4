// One article as a line of the feed.
import { el, outsideLink } from './dom.js';
import * as words from './words.js';

const MAX_CHIPS = 5;
/** The best come first; those below a topic are many. */
const MAX_THEMES = 4;

/** What to call an article, whatever is known of it. */
export function titleOf(article) {
  if (article.title.trim()) return article.title;
  return article.status === 'WITHDRAWN' ? 'Withdrawn article' : article.loss ? article.url || 'Record without an address' : 'Untitled article';
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
    el('div', { class: 'body' }, el('h3', { lang: article.language === 'und' ? null : article.language, dir: 'auto' }, link), byline(article), chips(article, choose)));
}

function byline(article) {
  return el('p', { class: 'byline' },
    article.outlet || article.sourceId ? outsideLink(article.url, article.outlet ?? article.sourceId) : null,
    article.loss ? null : el('span', {}, words.language(article.language)),
    article.published ? el('span', { title: words.precise(article.published) }, 'published ', el('span', { class: 'ago', data: { moment: article.published } }, words.ago(article.published))) : null);
}

function chips(article, choose) {
  const strong = article.regions.filter(tag => tag.role === 'ABOUT' || tag.role === 'DATELINE');
  const faint = article.regions.filter(tag => tag.role === 'MENTIONED' && !strong.some(other => other.code === tag.code));
  const shown = withoutContinents(distinct([...strong, ...faint]));
  return el('ul', { class: 'chips', 'aria-label': 'Marks and tags' },
    ...marks(article),
    ...shown.slice(0, MAX_CHIPS).map(tag => el('li', {}, chip('region', tag.code, words.region(tag.code), words.ROLES[tag.role], tag.role === 'MENTIONED' ? 'faint' : '', choose))),
    shown.length > MAX_CHIPS ? el('li', { class: 'mark' }, '+' + (shown.length - MAX_CHIPS)) : null,
    ...article.themes.slice(0, MAX_THEMES).map(tag => el('li', {}, chip('theme', tag.code, words.theme(tag.code), 'theme', 'theme', choose))),
    article.themes.length > MAX_THEMES ? el('li', { class: 'mark' }, '+' + (article.themes.length - MAX_THEMES)) : null);
}

/** A country's continents go without saying; where no country is, they are all that is known. */
function withoutContinents(tags) {
  const countries = tags.filter(tag => !/^\d{3}$/.test(tag.code));
  return countries.length ? countries : tags;
}

const distinct = tags => tags.filter((tag, place) => tags.findIndex(other => other.code === tag.code) === place);

function chip(filter, code, name, what, style, choose) {
  return el('button', {
    type: 'button', class: 'chip ' + style, title: code + ', ' + what, 'aria-label': `${name} (${what}): show only these`,
    onclick: () => choose(filter, code),
  }, name);
}

function marks(article) {
  const texts = [];
  if (article.version > 1) texts.push('v' + article.version);
  if (article.status === 'WITHDRAWN') texts.push('withdrawn');
  else if (article.event !== 'CREATED') texts.push(words.label(article.event));
  if (article.match) texts.push(`${words.label(article.match.kind)}, ${words.percent(article.match.similarity)} alike`);
  if (article.loss) texts.push(lossText(article));
  return [
    ...texts.map(text => el('li', { class: 'mark' }, text)),
    el('li', { class: 'mark copies', hidden: article.copies === 0 }, copiesText(article.copies)),
  ];
}

/** "dropped at clean: too short" */
export function lossText(article) {
  const what = article.outcome === 'DEAD' ? 'dead letter' : 'dropped';
  return `${what} at ${article.loss.stage}` + (article.loss.reason ? ': ' + words.label(article.loss.reason) : '');
}

export const copiesText = count => count === 1 ? '1 copy' : count + ' copies';
