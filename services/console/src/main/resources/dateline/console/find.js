// Where did an article go, and why: all traces that the database keeps, not only the newest articles.
import { byId, el } from './dom.js';
import * as takedown from './takedown.js';
import * as words from './words.js';

const dialog = byId('find-dialog');
const LIMIT = 200;

export function open() {
  offerSources();
  dialog.showModal();
  byId('find-text').focus();
}

async function search(text) {
  byId('find-body').replaceChildren(el('p', { role: 'status' }, 'Searching…'));
  try {
    const answer = await fetch(`api/traces?limit=${LIMIT}&of=` + encodeURIComponent(text));
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error);
    byId('find-body').replaceChildren(...shown(said.traces));
  } catch (e) {
    byId('find-body').replaceChildren(el('p', { class: 'problem' }, e.message));
  }
}

function shown(traces) {
  if (!traces.length) return [el('p', { role: 'status' }, 'No stage has seen it, as far as the database remembers. Is its source polled, and does the feed list it?')];
  return [el('p', { role: 'status' }, words.number(traces.length) + (traces.length === LIMIT ? ' traces, the newest' : ' traces, newest first')),
    el('table', {}, el('thead', {}, el('tr', {}, ...['When', 'Stage', 'Outcome', 'Article'].map(name => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...traces.map(row))),
    takedown.offer([...new Set(traces.map(trace => trace.article_id).filter(Boolean))])];
}

/** Articles by their words are found in the topics, which costs reading them: for those who may act. */
function searchWords() {
  const asked = byId('find-text').value.trim();
  if (!byId('find-form').reportValidity()) return;
  takedown.propose({ words: asked, source: byId('find-source').value }, byId('find-body'));
}

function offerSources() {
  byId('find-source').replaceChildren(...[...byId('source').options].map(option => option.cloneNode(true)));
}

function row(trace) {
  const why = [trace.reason && words.label(trace.reason), trace.detail].filter(Boolean).join(': ');
  return el('tr', {},
    el('td', { class: 'when' }, el('span', { class: 'ago', title: words.precise(trace.at), data: { moment: trace.at } }, words.ago(trace.at))),
    el('td', { class: 'when' }, trace.stage),
    el('td', { class: trace.outcome === 'DEAD_LETTERED' ? 'bad' : '' }, words.label(trace.outcome) + (why ? ', ' + why : '')),
    el('td', {}, trace.url ?? trace.article_id, el('div', { class: 'place' }, `${trace.topic}, partition ${trace.topic_partition}, offset ${trace.topic_offset}`)));
}

byId('find').addEventListener('click', open);
byId('find-words').addEventListener('click', searchWords);
byId('find-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
byId('find-form').addEventListener('submit', event => {
  event.preventDefault();
  search(byId('find-text').value);
});
