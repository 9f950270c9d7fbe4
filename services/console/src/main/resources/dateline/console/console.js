// Puts the page together: filters in the address, the live feed, the keys.
import { byId } from './dom.js';
import * as alerts from './alerts.js';
import * as choices from './choices.js';
import * as board from './board.js';
import * as feed from './feed.js';
import * as find from './find.js';
import * as letters from './letters.js';
import './routes.js';
import * as trace from './trace.js';
import * as words from './words.js';

const FILTERS = ['outcome', 'source', 'region', 'theme', 'language', 'text'];
/** What the console would refuse, an address that somebody typed cannot ask for. */
const KNOWS = { region: words.isRegion, theme: words.isTheme, language: words.isLanguage };
const LONGEST = 200;
const AGAIN_MILLIS = 5_000;
const TYPING_MILLIS = 250;
/** The server says something every 10 seconds. */
const SILENCE_MILLIS = 25_000;
const CHOICES_MILLIS = 30_000;
const RECONNECTING = 'Reconnecting';
const STATES = { LIVE: ['live', 'Live'], CATCHING_UP: ['connecting', 'Catching up'], CUT_OFF: ['lost', 'Kafka does not answer'] };
const form = byId('filters');
let events = null;
let loads = 0;
let heard = Date.now();
let current = ['connecting', 'Connecting'];
let opened = new URLSearchParams(location.search).get('article');

function query() {
  const query = new URLSearchParams();
  FILTERS.forEach(name => { if (form.elements[name].value) query.set(name, form.elements[name].value.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST)); });
  return query;
}

/** The page counts what an article is about and where it was written; a search, what it is about alone. */
function live() {
  const live = query();
  if (live.has('region')) ['about', 'dateline'].forEach(role => live.append('role', role));
  return live;
}

function connect() {
  events?.close();
  feed.forgetWaiting();
  state('connecting', 'Connecting');
  const source = events = new EventSource('events?' + live());
  const on = (type, handler) => source.addEventListener(type, event => { hear(); handler(JSON.parse(event.data)); });
  on('reload', () => { load(); loadBoard(); });
  on('resumed', loadBoard);
  on('article', feed.add);
  on('copies', ({ storyId, count }) => feed.copies(storyId, count));
  on('beat', () => {});
  on('source', row => { if (!board.oneSource(row)) loadSources(); });
  on('overview', show);
  source.onerror = () => lost(source);
}

function hear() {
  heard = Date.now();
  const text = 'data as of ' + words.clock(heard);
  if (text !== byId('as-of').textContent) byId('as-of').textContent = text;
}

function lost(source) {
  if (source !== events) return;
  banner(`The connection is lost. What you see is from ${words.clock(heard)}; it goes on by itself.`);
  state('lost', RECONNECTING);
  if (source.readyState === EventSource.CLOSED) setTimeout(() => { if (source === events) connect(); }, AGAIN_MILLIS);
}

/** A connection can be dead without an error: then nothing is heard for too long. */
function watch() {
  if (Date.now() - heard < SILENCE_MILLIS) return;
  heard += SILENCE_MILLIS;
  connect();
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: status ${answer.status}`);
  return answer.json();
}

async function load() {
  const turn = ++loads;
  try {
    const { articles } = await get(`api/articles?limit=200&${query()}`);
    if (turn !== loads) return;
    byId('empty').textContent = query().size ? 'No article matches these filters yet. New ones show up here.' : 'No articles yet. They show up here as they come in.';
    feed.replace(articles);
  } catch {
    byId('empty').textContent = 'The articles cannot be loaded now.';
  }
}

const loadSources = () => get('api/sources').then(({ sources }) => { board.allSources(sources); choices.offerSources(sources); }).catch(() => {});
const loadBoard = () => { loadSources(); letters.load(); alerts.load(); get('api/stages').then(show).catch(() => {}); };

function show(now) {
  board.overview(now);
  state(...STATES[now.state]);
  banner(now.state === 'CUT_OFF' ? 'Kafka does not answer. What you see is what was known before; it goes on by itself.' : '');
}

/** What is live goes on being so while the page stands still: it says that it is the page. */
function state(name, text) {
  current = [name, text];
  byId('state').dataset.state = name;
  byId('state-text').textContent = name === 'live' && isPaused() ? 'Live, page paused' : text;
}

const isPaused = () => byId('pause').getAttribute('aria-pressed') === 'true';

function banner(text) {
  byId('banner').hidden = !text;
  byId('banner').textContent = text;
}

/** Keeps in the address what is shown, so that it can be sent to somebody. */
function address() {
  const shown = query();
  if (opened) shown.set('article', opened);
  history.replaceState(null, '', shown.size ? '?' + shown : location.pathname);
}

function openTrace(key) {
  opened = key;
  address();
  trace.open(key);
}

function filtersChanged() {
  address();
  byId('clear').hidden = query().size === 0;
  connect();
}

function choose(name, value) {
  choices.select(form.elements[name], value, name === 'region' ? words.region(value) : words.theme(value));
  filtersChanged();
}

function restore() {
  const asked = new URLSearchParams(location.search);
  const names = { outcome: value => value, source: value => value, region: words.region, theme: words.theme, language: words.language, text: value => value };
  FILTERS.filter(name => !KNOWS[name] || KNOWS[name](asked.get(name))).forEach(name => { if (asked.get(name)) choices.select(form.elements[name], asked.get(name), names[name](asked.get(name))); });
}

function togglePause(on) {
  byId('pause').setAttribute('aria-pressed', String(on));
  byId('pause').textContent = on ? 'Resume' : 'Pause';
  feed.pause(on);
  state(...current);
}

function onKey(event) {
  if (event.key === 'Escape' && event.target === byId('text')) event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(event.target.tagName) || document.querySelector('dialog[open]')) return;
  const keys = { '?': help, f: find.open, '/': () => byId('text').focus(), p: () => byId('pause').click(), j: () => feed.step(1), k: () => feed.step(-1) };
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
}

const help = () => byId('keys').showModal();

/** Learns what can be chosen, and what the latest articles have. */
const vocabulary = () => get('api/vocabulary').then(known => { words.learn(known.names); choices.offer(known); }).catch(() => {});

async function start() {
  await vocabulary();
  restore();
  feed.onChoose(choose);
  feed.onOpen(openTrace);
  alerts.onSource(board.openSource);
  trace.onFollow(openTrace);
  trace.onClose(() => { opened = null; address(); });
  filtersChanged();
  if (opened) trace.open(opened);
}

let typing = 0;
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('change', event => { if (event.target.tagName === 'SELECT') filtersChanged(); });
byId('text').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(filtersChanged, TYPING_MILLIS); });
byId('clear').addEventListener('click', () => { form.reset(); filtersChanged(); });
byId('pause').addEventListener('click', () => togglePause(!isPaused()));
byId('help').addEventListener('click', help);
byId('held').addEventListener('click', () => togglePause(false));
document.addEventListener('keydown', onKey);
setInterval(board.refreshTimes, 10_000);
setInterval(watch, 5_000);
setInterval(vocabulary, CHOICES_MILLIS);
window.addEventListener('offline', () => lost(events));
window.addEventListener('online', connect);
start();
