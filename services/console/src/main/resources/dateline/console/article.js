// One article as a line of the feed, and the reasons behind it.
import { el, outsideLink } from './dom.js';
import * as words from './words.js';

const MAX_CHIPS = 5;
const ROLES = { ABOUT: 'about', DATELINE: 'written there', MENTIONED: 'mentioned', PUBLISHER: 'outlet is from there' };

/** Makes the line; choose(name, value) sets a filter. */
export function line(article, choose) {
  const why = el('button', { type: 'button', class: 'quiet why', 'aria-expanded': 'false' }, 'Why');
  const title = article.title || (article.status === 'WITHDRAWN' ? 'Withdrawn article' : 'Untitled');
  why.setAttribute('aria-label', 'Why: ' + title);
  const item = el('li', { class: 'item', data: { id: article.id, story: article.storyId } },
    el('time', { datetime: article.at, title: 'Taken in ' + words.precise(article.at) }, words.clock(article.at)),
    el('div', { class: 'body' }, el('h3', {}, outsideLink(article.url, title)), byline(article), chips(article, choose)),
    why);
  if (article.status === 'WITHDRAWN') item.dataset.withdrawn = 'true';
  why.addEventListener('click', () => toggle(item, why, article.id));
  return item;
}

function byline(article) {
  return el('p', { class: 'byline' },
    el('span', {}, article.outlet ?? article.sourceId),
    el('span', { lang: 'en' }, words.language(article.language)),
    article.published ? el('span', { title: words.precise(article.published) }, 'published ', el('span', { class: 'ago', data: { moment: article.published } }, words.ago(article.published))) : null);
}

function chips(article, choose) {
  const strong = article.regions.filter(tag => tag.role === 'ABOUT' || tag.role === 'DATELINE');
  const faint = article.regions.filter(tag => tag.role === 'MENTIONED' && !strong.some(other => other.code === tag.code));
  const shown = distinct([...strong, ...faint]);
  return el('ul', { class: 'chips', 'aria-label': 'Marks and tags' },
    ...marks(article),
    ...shown.slice(0, MAX_CHIPS).map(tag => el('li', {}, chip('region', tag.code, words.region(tag.code), ROLES[tag.role], tag.role === 'MENTIONED' ? 'faint' : '', choose))),
    shown.length > MAX_CHIPS ? el('li', { class: 'mark' }, '+' + (shown.length - MAX_CHIPS)) : null,
    ...article.themes.map(tag => el('li', {}, chip('theme', tag.code, words.theme(tag.code), 'theme', 'theme', choose))));
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
  return [
    ...texts.map(text => el('li', { class: 'mark' }, text)),
    el('li', { class: 'mark copies', hidden: article.copies === 0 }, copiesText(article.copies)),
  ];
}

export const copiesText = count => count === 1 ? '1 copy' : count + ' copies';

async function toggle(item, why, id) {
  const open = item.querySelector('.detail');
  why.setAttribute('aria-expanded', String(!open));
  if (open) {
    open.remove();
    return;
  }
  const box = el('div', { class: 'detail' }, 'Loading…');
  item.append(box);
  try {
    const answer = await fetch('api/articles/' + encodeURIComponent(id));
    if (!answer.ok) throw new Error('status ' + answer.status);
    box.replaceChildren(...detail(await answer.json()));
  } catch {
    box.replaceChildren('This article cannot be shown now: it has left the newest 10,000, or the console does not answer.');
  }
}

function detail(all) {
  const part = (title, rows) => rows.length ? [el('h4', {}, title), el('ul', {}, ...rows)] : [];
  return [
    ...(all.withdrawnReason ? part('Withdrawn', [el('li', {}, all.withdrawnReason)]) : []),
    ...(all.article.excerpt ? [el('h4', {}, 'Opening'), el('p', { class: 'excerpt', lang: all.article.language }, all.article.excerpt)] : []),
    ...part('Regions', all.regions.map(tag => tagRow(words.region(tag.code) + ', ' + ROLES[tag.role], tag))),
    ...part('Themes', all.themes.map(tag => tagRow(words.theme(tag.code), tag))),
    ...part('Where it says it is from', all.provenance.lines.map(text => el('li', {}, text))),
    ...part('Copies', all.copies.map(copyRow)),
    ...part('Stages', all.traces.map(traceRow)),
    el('p', { class: 'place' }, `${all.place.topic}, partition ${all.place.partition}, offset ${all.place.offset}; taxonomy ${all.taxonomyVersion}`),
  ];
}

function tagRow(name, tag) {
  const found = tag.evidence.flatMap(evidence => [' ', el('mark', {}, evidence.text)]);
  return el('li', {}, `${name} (${tag.score.toFixed(2)})`, ...found);
}

function copyRow(copy) {
  return el('li', {}, outsideLink(copy.url, copy.title), ` ${copy.outlet ?? ''}, ${words.label(copy.kind)}, ${Math.round(copy.similarity * 100)} % alike`);
}

function traceRow(trace) {
  const why = [trace.reason && words.label(trace.reason), trace.detail].filter(Boolean).join(': ');
  return el('li', { title: `${trace.input.topic}, partition ${trace.input.partition}, offset ${trace.input.offset}` },
    `${words.clock(trace.at)} ${trace.stage}: ${words.label(trace.outcome)}${why ? ', ' + why : ''}`);
}
