// Tests a source or any address: what a poll would give, item by item. The fetcher asks, and nothing else comes of it.
import { byId, el, outsideLink } from './dom.js';
import { act, said } from './session.js';
import * as words from './words.js';

const PATIENCE_MILLIS = 120_000;
const dialog = byId('trial-dialog');
/** Who asks for another test is not shown the answer to the one before. */
let turn = 0;

/** Asks for an address to test. */
function open() {
  turn++;
  byId('trial-title').textContent = 'Test an address';
  byId('trial-form').hidden = false;
  byId('trial-body').replaceChildren();
  dialog.showModal();
  byId('trial-url').focus();
}

/** Tests a source that is known. */
export function ofSource(row) {
  byId('trial-title').textContent = 'Test of ' + row.name;
  byId('trial-form').hidden = true;
  dialog.showModal();
  return run(`sources/${encodeURIComponent(row.id)}/test`, {});
}

async function run(path, body) {
  const mine = ++turn;
  const show = (...children) => { if (mine === turn) byId('trial-body').replaceChildren(...children); };
  show(el('p', { role: 'status' }, 'Asking the fetcher; it waits for its turn at the host…'));
  try {
    const ticket = await act(path, body);
    const until = Date.now() + PATIENCE_MILLIS;
    let trial = null;
    while (!trial && mine === turn && dialog.open && Date.now() < until) trial = (await act('trials', ticket)).trial;
    show(...(trial ? whole(trial) : [said('No answer yet. Does a fetcher run? A host that asks for long pauses is waited for.', true)]));
  } catch (e) {
    show(said(e.message, true));
  }
}

function whole(trial) {
  return [
    el('p', { role: 'status', class: trial.problem ? 'problem' : 'done' }, trial.problem ?? verdict(trial)),
    el('dl', { class: 'facts' }, ...facts(trial).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    ...(trial.items.length ? [table(trial)] : []),
  ];
}

const verdict = ({ listed, fresh }) => listed
  ? `${words.number(listed)} ${listed === 1 ? 'item' : 'items'}; a poll would open ${fresh ? words.number(fresh) : 'none'} of them.`
  : 'It is a feed, and it lists nothing.';

function facts(trial) {
  const ways = trial.redirects.map(url => el('li', {}, outsideLink(url, url)));
  return [
    ['Address', outsideLink(trial.url, trial.url)],
    ...(ways.length ? [['Redirected to', el('ul', { class: 'rows' }, ...ways)]] : []),
    ['HTTP status', trial.httpStatus === null ? 'no answer' : String(trial.httpStatus)],
    ...(trial.contentType ? [['Type', trial.contentType]] : []),
    ...(trial.charset ? [['Read as', trial.charset]] : []),
    ...(trial.size ? [['Size', words.number(trial.size) + ' bytes']] : []),
    ['Took', words.duration(trial.durationMillis)],
    ...(trial.robots ? [['robots.txt', trial.robots]] : []),
  ];
}

function table(trial) {
  const more = trial.listed - trial.items.length;
  return el('table', { 'aria-label': 'Items' },
    el('thead', {}, el('tr', {}, ...['Item', 'Date', 'A poll would'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, ...trial.items.map(row),
      ...(more > 0 ? [el('tr', {}, el('td', { colspan: '3', class: 'empty' }, `${words.number(more)} more`))] : [])));
}

function row(item) {
  return el('tr', {},
    el('td', {}, item.link ? outsideLink(item.link, item.title || item.link) : el('span', {}, item.title || 'neither title nor link')),
    el('td', { class: 'when' }, item.published ? el('span', { class: 'ago', title: words.precise(item.published), data: { moment: item.published } }, words.ago(item.published)) : 'none'),
    el('td', { class: item.allowed === false ? 'bad' : '' }, fate(item)));
}

function fate(item) {
  if (!item.link) return 'pass it over: no link';
  if (item.seen) return 'pass it over: seen before';
  return item.allowed === false ? 'not open it: robots.txt' : 'open it';
}

byId('test').addEventListener('click', open);
byId('trial-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener('close', () => { turn++; });
byId('trial-form').addEventListener('submit', event => {
  event.preventDefault();
  run('test', { url: byId('trial-url').value.trim(), kind: byId('trial-kind').value });
});
