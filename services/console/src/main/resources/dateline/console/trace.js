// An article's trace: every record on its way, what was decided and why, and where it all stands.
import { byId, el, outsideLink } from './dom.js';
import { copyText, titleOf, lossText } from './article.js';
import { highlighted, spans } from './evidence.js';
import { act, actButton, noteField } from './session.js';
import * as words from './words.js';

const TITLES = { raw: 'Raw: as fetched', clean: 'Clean: the content', verdict: 'Verdict: original or copy', tags: 'Tags: what it is about' };
const dialog = byId('trace');
/** The same trace may be asked for twice: only the last answer is shown, and never put over what a reader has begun to write. */
let turn = 0;
let follow = open;

/** Sets what a click on another article's title does. */
export function onFollow(handler) {
  follow = handler;
}

/** Shows the trace of a line; closed() is called when the reader is done. */
export async function open(key) {
  const mine = ++turn;
  byId('trace-title').textContent = 'Trace';
  byId('trace-body').replaceChildren(el('p', { class: 'empty', role: 'status' }, 'Reading its records from Kafka…'));
  if (!dialog.open) dialog.showModal();
  try {
    const answer = await fetch('api/articles/' + encodeURIComponent(key));
    if (!answer.ok) throw new Error('status ' + answer.status);
    const all = await answer.json();
    if (mine === turn) show(all);
  } catch {
    if (mine === turn) byId('trace-body').replaceChildren(el('p', { class: 'empty' }, 'This article cannot be shown: it is not among the newest 10,000, or the console does not answer now.'));
  }
}

export function onClose(handler) {
  dialog.addEventListener('close', handler);
  byId('trace-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
}

function show(all) {
  const { article } = all;
  const step = name => all.steps.find(found => found.name === name);
  const tagged = step('tags')?.content;
  const content = article.status === 'WITHDRAWN' ? null : tagged ?? step('verdict')?.content?.article ?? step('clean')?.content;
  const tags = tagsOf(tagged);
  const title = content?.title || article.title || step('raw')?.content?.feedItem?.title || titleOf(article);
  byId('trace-title').replaceChildren(...highlighted(title, spans(tags, 'TITLE', title)));
  byId('trace-body').replaceChildren(
    el('p', { class: 'byline' }, el('span', {}, article.outlet ?? article.sourceId ?? 'source unknown'), outsideLink(article.url, article.url || 'no address')),
    el('p', { class: 'outcome', data: { outcome: article.outcome } }, outcome(all)),
    ...reading(content, tags),
    ...stepsOf(all).map(found => section(found, all, tags)),
    ...(article.match && article.themes.length ? [part('Tags: those of the original', el('p', {}, tagNames(article).join(', ')))] : []),
    el('section', { class: 'step', data: { step: 'rows' } }, el('h3', {}, 'Rows: what the database has'), ...all.rows.map(databaseRows)),
    ...takedown(article),
    part('Stages', el('ul', { class: 'rows' }, ...all.traces.map(trace => traceRow(trace, all)))),
  );
}

/** Takes the article down; everybody downstream can read the reason. */
function takedown(article) {
  if (article.loss || article.status === 'WITHDRAWN') return [];
  const place = el('div', { class: 'said' });
  const note = noteField('Reason, which everybody downstream can read');
  const doIt = async () => {
    await act('withdraw', { articleId: article.id, note: note.querySelector('input').value });
    return 'Taken down: it leaves every topic, table and feed, and is let in no more.';
  };
  return [el('section', { class: 'step act' }, el('h3', {}, 'Take it down'), el('div', { class: 'acts' }, note, actButton('Take down', place, doIt)), place)];
}

/** A withdrawal has no content: its other records say nothing. */
const stepsOf = ({ article, steps }) => article.status === 'WITHDRAWN' ? steps.filter(({ name }) => name === 'raw' || name === 'verdict') : steps;

function part(title, ...children) {
  return el('section', { class: 'step' }, el('h3', {}, title), ...children);
}

function outcome({ article, match }) {
  if (article.loss) return `This was ${lossText(article)}.` + (article.loss.detail ? ` ${words.capital(article.loss.detail)}.` : '');
  if (article.match) return `${words.capital(copyText({ title: article.match.duplicateOf, ...article.match, ...(match ? { title: titleOf(match) } : {}) }))}.`;
  if (article.status === 'WITHDRAWN') return 'An original that was withdrawn: its publisher took it back, and so did the topics and the database.';
  return 'An original' + (article.copies ? `, carried by ${article.copies} more.` : '.');
}

function tagsOf(tagged) {
  return [...(tagged?.regions ?? []).map(tag => ({ ...tag, name: words.region(tag.code) + ', ' + words.ROLES[tag.role] })),
    ...(tagged?.themes ?? []).map(tag => ({ ...tag, name: words.theme(tag.code) }))];
}

const tagNames = ({ regions, themes }) => [...new Set([...regions.map(tag => words.region(tag.code)), ...themes.map(tag => words.theme(tag.code))])];

function reading(content, tags) {
  if (!content?.text) return [];
  return [el('div', { class: 'reading', id: 'trace-text', tabindex: '0', role: 'region', 'aria-label': 'Text', lang: content.language === 'und' ? null : content.language, dir: 'auto' }, ...highlighted(content.text, spans(tags, 'TEXT', content.text)))];
}

const PARTS = { raw: rawFacts, clean: cleanFacts, verdict: verdictFacts, tags: tagFacts };

function section(step, all, tags) {
  return el('section', { class: 'step', data: { step: step.name } }, el('h3', {}, TITLES[step.name]),
    step.problem ? el('p', { class: 'problem' }, step.problem) : null,
    ...(step.content ? PARTS[step.name](step.content, all, tags) : []),
    place(step));
}

function facts(rows) {
  return el('dl', { class: 'facts' }, ...rows.filter(([, value]) => value !== undefined && value !== null && value !== '' && value.length !== 0)
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

const linked = address => address && outsideLink(address, address);

function rawFacts(raw) {
  return [facts([
    ['Asked for', linked(raw.url)], ['Canonical address', raw.canonicalUrl === raw.url ? null : linked(raw.canonicalUrl)],
    ['Fetched', words.precise(raw.fetchedAt)],
    ['Answer', raw.fetch && `HTTP ${raw.fetch.httpStatus}, ${raw.fetch.contentType ?? 'no content type'}, ${words.number(raw.body.bytes)} bytes in ${words.number(raw.fetch.durationMillis)} ms`],
    ['Redirects', raw.fetch?.redirects?.join(' → ')], ['Policies', raw.fetch?.policies?.join(', ')], ['Withdrawn', raw.withdrawnReason],
    ['Title in the feed', raw.feedItem?.title],
  ]), folded('How the body begins', raw.body.opening)];
}

function cleanFacts(clean) {
  return [facts([
    ['Title', clean.title], ['Authors', clean.authors.join(', ')], ['Language', words.language(clean.language)],
    ['Published', clean.publishedText && `${clean.publishedText}, found in ${clean.publishedFrom ?? 'an unknown place'}`],
    ['Text', `${words.number(clean.text.length)} characters, ${words.percent(clean.confidence)} sure that it is the article`],
    ['Says it is from', [clean.provenance.outlet, clean.provenance.agency, clean.provenance.author, ...clean.provenance.lines].filter(Boolean).join(' · ')],
    ['Original address', linked(clean.provenance.url)], ['Section', clean.section], ['Keywords', clean.keywords.join(', ')],
  ])];
}

function verdictFacts(verdict, { article, match, copies }) {
  const found = article.match;
  return [facts(found ? [
    ['Copy of', match ? toTrace(match) : found.duplicateOf], ['Outlet', match?.outlet && outsideLink(match.url, match.outlet)], ['Kind', words.label(found.kind)],
    ['Similarity', `${words.percent(found.similarity)} of all phrases of the two are in both`], ['Containment', `${words.percent(found.containment)} of the phrases of the shorter one are in the longer one`], ['Story', verdict.storyId],
  ] : [
    ['Verdict', article.status === 'WITHDRAWN' ? 'withdrawn' : 'original'], ['Version', `${verdict.version}, ${words.label(verdict.event)}`], ['Story', verdict.storyId],
    ['Changes', verdict.changes && `${verdict.changes.wordsAdded} words added, ${verdict.changes.wordsRemoved} removed${verdict.changes.titleChanged ? ', another title' : ''}`],
  ]), copies.length ? el('ul', { class: 'rows', 'aria-label': 'Copies' }, ...copies.map(copyRow)) : null];
}

/** An article's title that leads to its own trace. */
function toTrace(article) {
  return el('a', { href: '?article=' + encodeURIComponent(article.key), onclick: event => { event.preventDefault(); follow(article.key); } }, titleOf(article));
}

function copyRow(copy) {
  return el('li', {}, toTrace(copy), ` · ${copy.outlet ?? 'outlet unknown'}, ${words.label(copy.match.kind)}, ${words.percent(copy.match.similarity)} alike`);
}

function tagFacts(tagged) {
  const rows = [...regionRows(tagged.regions), ...tagged.themes.map(tag => tagRow(words.theme(tag.code), [tag]))];
  return [
    rows.length ? el('ul', { class: 'rows', 'aria-label': 'Tags with their evidence' }, ...rows) : el('p', {}, 'No region and no theme was found.'),
    facts([['Version', `${tagged.version}, ${words.label(tagged.event)}`], ['Taxonomy', tagged.taxonomyVersion]]),
  ];
}

/** One row a region, with all that the article has to do with it. */
function regionRows(tags) {
  const codes = [...new Set(tags.map(tag => tag.code))];
  return codes.map(code => tags.filter(tag => tag.code === code))
    .map(same => tagRow(`${words.region(same[0].code)}: ${same.map(tag => words.ROLES[tag.role]).join(', ')}`, same));
}

function tagRow(name, tags) {
  const evidence = [...new Set(tags.flatMap(tag => tag.evidence.map(found => found.text)))];
  return el('li', {}, `${name} (${Math.max(...tags.map(tag => tag.score)).toFixed(2)})`, ...evidence.flatMap(text => [' ', el('mark', {}, text)]));
}

function place(step) {
  const headers = Object.entries(step.headers);
  return el('div', { class: 'place' },
    el('p', {}, el('code', {}, step.place.topic), `, partition ${step.place.partition}, offset ${step.place.offset}` + (step.at ? `, ${words.number(step.bytes)} bytes, ${words.precise(step.at)}` : '')),
    headers.length ? folded(headers.length === 1 ? '1 header' : headers.length + ' headers', headers.map(([name, value]) => `${name}: ${value}`).join('\n')) : null,
    step.content ? folded('The whole record', JSON.stringify(step.content, null, 2)) : null);
}

/** Text that is shown on demand. */
function folded(title, text) {
  return text ? el('details', {}, el('summary', {}, title), el('pre', { tabindex: '0' }, text)) : null;
}

/** The rows of a table; without a look into the database, the statement that finds them. */
function databaseRows({ table, sql, found, problem }) {
  const code = el('code', {}, sql);
  if (!found) return el('div', {}, el('p', {}, code), problem ? el('p', { class: 'problem' }, problem) : null);
  if (!found.length) return el('p', {}, `${table}: no row. The sink is still on its way, or deletes such rows after a while. `, code);
  return el('details', { data: { table } }, el('summary', {}, `${table}: ${found.length === 1 ? '1 row' : found.length + ' rows'}`), el('p', {}, code),
    ...found.map(row => facts(Object.entries(row).map(([column, value]) => [column, columnText(value)]))));
}

const LONG = 300;

function columnText(value) {
  const text = value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
  return text === '[]' ? '' : text.length > LONG ? text.slice(0, LONG) + `… (${words.number(text.length)} characters)` : text;
}

function traceRow(trace, { article }) {
  const copied = trace.stage === 'dedup' && article.match && trace.detail?.includes(article.match.duplicateOf);
  const why = copied ? copyText(article.match) : [trace.reason && words.label(trace.reason), trace.detail].filter(Boolean).join(': ');
  return el('li', {}, `${words.clock(trace.at)} ${trace.stage}: ${copied ? 'copy' : words.label(trace.outcome)}${why ? ', ' + why : ''}`,
    el('span', { class: 'from' }, ` read from ${trace.input.topic}, partition ${trace.input.partition}, offset ${trace.input.offset}`));
}
