// The figures: header, stages, sources.
import { byId, el } from './dom.js';
import * as source from './source.js';
import * as words from './words.js';

const MAX_ROWS = 200;
/** A few are always on their way. */
const UNREAD = 100;
/** The status of a source that is polled all the time is told every 10 seconds. */
const DUE_MILLIS = 15_000;
const sum = counts => Object.values(counts).reduce((total, count) => total + count, 0);
const sources = new Map();

/** Shows how everything is. */
export function overview(now) {
  const dead = now.deadLately;
  byId('figures').replaceChildren(
    figure('Latency p95', now.latencyMillis === null ? 'none lately' : words.duration(now.latencyMillis), false, 'From intake to the enriched topic, last 10 minutes'),
    figure('Lag', Object.keys(now.lag ?? {}).length ? words.number(sum(now.lag)) : 'unknown', false, lagText(now.lag)),
    figure('Dead letters', words.number(dead), dead > 0, 'In the last 10 minutes'),
    figure('Newest', now.newest ? el('span', { class: 'ago', data: { moment: now.newest } }, words.ago(now.newest)) : 'none'),
    ...(now.unreadable ? [figure('Unreadable', words.number(now.unreadable), true)] : []),
    ...(now.unread > UNREAD ? [figure('Still to read', words.number(now.unread), false, 'Records that this page has still to read')] : []),
  );
  byId('stages-since').textContent = 'since ' + words.clock(now.since);
  byId('stages-since').title = words.precise(now.since);
  if (now.stages.length) byId('stages').replaceChildren(...now.stages.flatMap(stage => stageRows(stage, now.lag?.[stage.stage], now.duplicates)));
}

const lagText = lag => 'Records still to be read' + (lag ? ': ' + Object.entries(lag).map(([service, records]) => `${service} ${words.number(records)}`).join(', ') : '');

function figure(name, value, bad = false, title = null) {
  return el('div', { class: bad ? 'bad' : '', title }, el('dt', {}, name), el('dd', {}, value));
}

function stageRows(stage, lag, copies) {
  const dead = sum(stage.dead);
  const row = el('tr', {}, el('th', { scope: 'row' }, stage.stage), cell(stage.in), cell(stage.kept), cell(sum(stage.dropped)), cell(dead, dead > 0), cell(lag));
  const kept = stage.stage === 'dedup' && copies ? [`kept as copies ${words.number(copies)}`] : [];
  const reasons = [...kept, ...reasonTexts(stage.dropped, ''), ...reasonTexts(stage.dead, 'dead: ')];
  return reasons.length ? [row, el('tr', { class: 'reasons' }, el('td', { colspan: '6' }, reasons.join(', ')))] : [row];
}

const cell = (value, bad = false) => el('td', { class: bad ? 'number bad' : 'number' }, value === undefined ? '–' : words.number(value));

function reasonTexts(counts, before) {
  return Object.entries(counts).sort((one, other) => other[1] - one[1])
    .map(([reason, count]) => `${before}${words.label(reason)} ${words.number(count)}`);
}

/** Shows all sources, in the order given. */
export function allSources(rows) {
  sources.clear();
  byId('sources').replaceChildren(...rows.slice(0, MAX_ROWS).map(row => {
    const element = sourceRow(row);
    sources.set(row.id, { row, element });
    return element;
  }));
  if (!rows.length) byId('sources').replaceChildren(el('tr', {}, el('td', { colspan: '4', class: 'empty' }, 'No source has been polled yet.')));
  countSources(rows.length);
}

/** Shows a source as it is now; false when it stands elsewhere now, and all should be loaded again. */
export function oneSource(row) {
  const before = sources.get(row.id);
  if (!before || before.row.state !== row.state) return false;
  const element = sourceRow(row);
  before.element.replaceWith(element);
  sources.set(row.id, { row, element });
  return true;
}

/** Opens a source that is shown. */
export function openSource(id) {
  if (sources.has(id)) source.open(sources.get(id).row);
}

function countSources(total) {
  const failing = [...sources.values()].filter(({ row }) => row.state === 'FAILING').length;
  byId('sources-count').textContent = total ? words.number(total) + (failing ? `, ${failing} failing` : ', all well') : '';
}

/** As the alert has it: more than three times its longest pause lately. */
const SILENT = 3;

function troubleOf(row) {
  if (row.consecutiveFailures > 1) return `${words.label(row.state)}, ${row.consecutiveFailures} times`;
  const seconds = row.rhythm ? (Date.now() - Date.parse(row.rhythm.lastArticle)) / 1_000 : 0;
  const isSilent = row.state === 'OK' && row.rhythm?.longestGapSeconds > 0 && seconds > SILENT * row.rhythm.longestGapSeconds;
  return words.label(row.state) + (isSilent ? `, silent for ${words.duration(seconds * 1_000)}` : '');
}

function sourceRow(row) {
  const trouble = troubleOf(row);
  return el('tr', { data: { state: row.state } },
    el('td', {},
      el('div', { class: 'source-name' }, el('span', { class: 'dot', 'aria-hidden': 'true' }), el('button', { type: 'button', class: 'link', onclick: () => source.open(row) }, row.name)),
      el('div', { class: 'source-state' }, row.problem ? `${trouble}: ${row.problem}` : `${trouble}, ${words.number(row.articles)} articles`)),
    when(row.lastSuccess, 'never'), when(next(row), row.state === 'PAUSED' ? 'paused' : 'now'),
    el('td', { class: row.httpStatus >= 400 ? 'number bad' : 'number' }, row.httpStatus === null ? 'none' : String(row.httpStatus)));
}

/** When a source is polled again; null when it is not, or is polled about now. */
function next(row) {
  return row.state === 'PAUSED' || Math.abs(Date.now() - Date.parse(row.nextAttempt)) < DUE_MILLIS ? null : row.nextAttempt;
}

function when(moment, otherwise) {
  return el('td', { class: 'when' }, moment ? el('span', { class: 'ago', title: words.precise(moment), data: { moment } }, words.ago(moment)) : otherwise);
}

/** Brings every "3 min ago" up to date. */
export function refreshTimes() {
  document.querySelectorAll('.ago').forEach(element => {
    const text = words.ago(element.dataset.moment);
    if (text !== element.textContent) element.textContent = text;
  });
}
