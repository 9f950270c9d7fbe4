// A source: how it is, and what to do about it.
import { byId, el, outsideLink } from './dom.js';
import { act, actButton, noteField } from './session.js';
import * as trial from './trial.js';
import * as words from './words.js';

const dialog = byId('source-dialog');

/** Shows a source. */
export function open(row) {
  const place = el('div', { class: 'said' });
  const note = noteField();
  const order = (verb, said, body = () => ({})) => async () => {
    await act(`sources/${encodeURIComponent(row.id)}/${verb}`, { note: note.querySelector('input').value, ...body() });
    return said;
  };
  const interval = seconds => el('input', { type: 'number', min: '1', max: '31536000', step: '1', value: String(seconds) });
  const [least, most] = [interval(300), interval(86_400)];
  const bounds = () => ({ least: Number(least.value), most: Number(most.value) });
  byId('source-title').textContent = row.name;
  byId('source-body').replaceChildren(
    el('p', { class: 'byline' }, outsideLink(row.url, row.url)),
    ...(row.problem ? [el('p', { class: 'problem' }, row.problem)] : []),
    el('dl', { class: 'facts' }, ...facts(row).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    el('div', { class: 'acts' }, note,
      actButton('Fetch now', place, order('fetch-now', 'Ordered: it is polled as soon as its host allows.')),
      el('button', { type: 'button', class: 'quiet act', title: 'Shows what a poll would give, and does nothing', onclick: () => trial.ofSource(row) }, 'Test'),
      row.state === 'PAUSED'
        ? actButton('Resume', place, order('resume', 'It is polled again.'))
        : actButton('Pause', place, order('pause', 'It is polled no more; what was seen stays known.'))),
    el('div', { class: 'acts' },
      el('label', { class: 'act' }, el('span', {}, 'At least, seconds'), least), el('label', { class: 'act' }, el('span', {}, 'At most, seconds'), most),
      actButton('Set interval', place, order('interval', 'The time between two polls is changed.', bounds))),
    place,
  );
  dialog.showModal();
}

function facts(row) {
  return [
    ['State', words.label(row.state) + (row.consecutiveFailures ? `, ${row.consecutiveFailures} failures in a row` : '')],
    ['Last poll', words.precise(row.lastAttempt)],
    ['Last success', row.lastSuccess ? words.precise(row.lastSuccess) : 'never'],
    ['Next poll', row.state === 'PAUSED' ? 'none' : words.precise(row.nextAttempt)],
    ['HTTP status', row.httpStatus === null ? 'no answer' : String(row.httpStatus)],
    ['Items in the feed', words.number(row.items)],
    ['Articles', words.number(row.articles)],
    ...(row.rhythm ? [['Last article', words.precise(row.rhythm.lastArticle)], ['Longest silence lately', words.duration(row.rhythm.longestGapSeconds * 1_000)], ['Busiest hour lately', words.number(row.rhythm.busiestHour)]] : []),
  ];
}

byId('source-close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
