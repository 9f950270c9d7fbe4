// Routes: topics that people made of subsets of the articles; everybody may look, who shows a token makes, tests and removes them.
import { byId, el, outsideLink } from './dom.js';
import { actButton, noteField, onChange, said, send } from './session.js';
import * as words from './words.js';

const PATH = 'api/v1/routes';
const AGAIN_MILLIS = 60_000;
const FILLING_MILLIS = 1_000;
const dialog = byId('route-dialog');
const form = byId('route-form');
/** Counting takes the database a while: what was counted is shown until it is counted anew. */
const counts = new Map();
let turn = 0;

const at = name => `${PATH}/${encodeURIComponent(name)}`;

/** Shows all, and counts what belongs to each, one after the other. */
export async function load() {
  try {
    const { routes } = await get(PATH);
    show(routes);
    for (const { name } of routes) await count(name).catch(() => {}); // removed meanwhile
  } catch {
    byId('routes-count').textContent = 'cannot be read now';
  }
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? 'status ' + answer.status);
  return answer.json();
}

function show(routes) {
  byId('routes-count').textContent = routes.length ? words.number(routes.length) : '';
  byId('routes').replaceChildren(...routes.map(row));
  if (!routes.length) byId('routes').replaceChildren(el('tr', {}, el('td', { colspan: '2', class: 'empty' }, 'Nobody has made one yet.')));
}

function row({ name, topic, description }) {
  return el('tr', {},
    el('td', {}, el('button', { type: 'button', class: 'link', onclick: () => open(name) }, name), el('div', { class: 'place' }, description ? `${description} · ${topic}` : topic)),
    el('td', { class: 'number', data: { counted: name } }, counts.get(name) ?? '…'));
}

async function count(name) {
  const { matched } = await get(at(name));
  counts.set(name, matched ? words.number(matched.count) : '–');
  const cell = [...byId('routes').querySelectorAll('[data-counted]')].find(element => element.dataset.counted === name);
  if (cell) cell.textContent = counts.get(name);
}

/** Shows a route, with what belongs to it, and what can be done about it. */
async function open(name) {
  const mine = begin(name);
  byId('route-body').replaceChildren(el('p', { role: 'status' }, 'Loading…'));
  dialog.showModal();
  try {
    const route = await get(at(name));
    if (mine === turn) whole(route);
  } catch (e) {
    if (mine === turn) byId('route-body').replaceChildren(said(e.message, true));
  }
}

function begin(title) {
  form.hidden = true;
  byId('route-title').textContent = title;
  return ++turn;
}

function whole(route) {
  const place = el('div', { class: 'said' });
  byId('route-body').replaceChildren(
    ...(route.description ? [el('p', {}, route.description)] : []),
    el('pre', { tabindex: '0', 'aria-label': 'What belongs to it' }, route.expression),
    el('dl', { class: 'facts' }, ...facts(route).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    ...(route.matched ? matches(route.matched) : [el('p', {}, 'The database did not say what belongs to it.')]),
    el('div', { class: 'acts' },
      el('button', { type: 'button', class: 'quiet act', onclick: () => edit(route) }, 'Change…'),
      el('button', { type: 'button', class: 'quiet act', onclick: () => confirm(route, place) }, 'Remove…')),
    place);
}

function facts(route) {
  return [
    ['Topic', route.topic],
    ['Set', `${words.precise(route.changed)} by ${route.changedBy}`],
    ...(route.filling ? [['Filled', filled(route.filling)]] : []),
  ];
}

function filled({ state, since, articles, problem }) {
  const from = `with what came in since ${words.precise(since)}`;
  const says = { WAITING: `soon, ${from}`, RUNNING: `at this moment, ${from}`, DONE: `${from}: ${words.number(articles ?? 0)} articles handed over`, FAILED: `not: ${problem}` };
  return says[state];
}

function matches({ count, looked, since, newest }) {
  return [
    el('p', { role: 'status' }, `${words.number(count)} of ${words.number(looked)} articles since ${words.precise(since)} belong to it.`),
    ...(newest.length ? [el('ul', { class: 'rows', 'aria-label': 'The newest of them' }, ...newest.map(article => el('li', {},
      outsideLink(article.url, article.title || article.url), el('div', { class: 'place' },
        el('span', { class: 'ago', title: words.precise(article.eventTime), data: { moment: article.eventTime } }, words.ago(article.eventTime)), article.outlet ? ` · ${article.outlet}` : ''))))] : []),
  ];
}

/** Removing is asked about once more. */
function confirm(route, place) {
  const note = noteField();
  place.replaceChildren(
    el('p', { role: 'status' }, `Nothing will be sent to ${route.topic} any more; what it has stays. Readers of it must know.`),
    el('div', { class: 'acts' }, note, actButton(`Remove ${route.name}`, place, async () => {
      const why = note.querySelector('input').value;
      await send('DELETE', at(route.name) + (why ? '?' + new URLSearchParams({ note: why }) : ''));
      counts.delete(route.name);
      load();
      return `${route.name} is removed.`;
    })));
  note.querySelector('input').focus();
}

/** A form for a route: a new one, or one that is changed. */
function edit(route = null) {
  begin(route ? 'Change ' + route.name : 'Add a route');
  form.reset();
  form.hidden = false;
  byId('route-name').value = route?.name ?? '';
  byId('route-name').readOnly = route !== null;
  byId('route-expression').value = route?.expression ?? '';
  byId('route-description').value = route?.description ?? '';
  byId('route-body').replaceChildren();
  if (!dialog.open) dialog.showModal();
  byId(route ? 'route-expression' : 'route-name').focus();
}

/** Does something with what the form says; what is wrong in the expression is selected there. */
async function ask(doIt) {
  const mine = ++turn;
  const place = byId('route-body');
  place.replaceChildren(el('p', { role: 'status' }, 'Working…'));
  try {
    const shown = await doIt();
    if (mine === turn) place.replaceChildren(...shown);
  } catch (e) {
    if (mine !== turn) return;
    place.replaceChildren(said(e.message, true));
    const position = e.said?.errors?.find(error => error.position !== undefined)?.position;
    if (position !== undefined) select(position);
  }
}

function select(position) {
  const field = byId('route-expression');
  const rest = /^\s*('[^']*'?|"[^"]*"?|[^\s(),]+|.)/.exec(field.value.slice(position));
  field.focus();
  field.setSelectionRange(position, position + (rest?.[0].length ?? 0));
}

const test = () => ask(async () => matches(await send('POST', PATH + '/test', { expression: byId('route-expression').value })));

const save = () => ask(async () => {
  const name = byId('route-name').value.trim();
  const body = { expression: byId('route-expression').value, description: byId('route-description').value };
  const route = await send('PUT', at(name), body);
  load();
  follow(name, turn);
  return [said(`${route.name} is set; its topic is ${route.topic}.`), el('p', { id: 'route-filling' }, 'Filled ' + filled(route.filling))];
});

/** Says when a route is filled that was set. */
async function follow(name, mine) {
  while (mine === turn && dialog.open) {
    await new Promise(done => setTimeout(done, FILLING_MILLIS));
    const { filling } = await get(at(name)).catch(() => ({}));
    if (mine !== turn || !filling || !byId('route-filling')) return;
    byId('route-filling').textContent = 'Filled ' + filled(filling);
    if (filling.state === 'DONE' || filling.state === 'FAILED') return;
  }
}

byId('route-add').addEventListener('click', () => edit());
byId('route-test').addEventListener('click', test);
byId('route-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener('close', () => { turn++; });
form.addEventListener('submit', event => { event.preventDefault(); save(); });
onChange(load);
load();
setInterval(load, AGAIN_MILLIS);
