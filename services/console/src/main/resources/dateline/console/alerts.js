// What fires, as Prometheus says it. Silent when all is well, never silent about not knowing.
import { byId, el, outsideLink } from './dom.js';
import * as words from './words.js';

const AGAIN_MILLIS = 10_000;
/** The gravest come first; what is behind them is in Prometheus. */
const SHOWN = 30;
const title = document.title;
let openSource = () => {};
let told = '';

/** Says what happens when somebody chooses the source that an alert is about. */
export function onSource(handler) {
  openSource = handler;
}

/** Asks what fires now. */
export async function load() {
  try {
    const answer = await fetch('api/alerts');
    if (!answer.ok) throw new Error('status ' + answer.status);
    show(await answer.json());
  } catch {
    show({ state: 'NO_ANSWER', problem: 'The console does not say what fires.', firing: 0, pending: 0, alerts: [] });
  }
}

/** Draws only what is new, so that nothing is taken away under a reader's hand. */
function show(report) {
  const { asOf, ...now } = report;
  if (told === JSON.stringify(now)) return;
  told = JSON.stringify(now);
  const { state, problem, firing, pending, alerts } = report;
  byId('alerts-count').textContent = countText(state, firing, pending);
  byId('alerts-problem').textContent = problem ?? '';
  byId('alerts-problem').hidden = !problem;
  byId('alerts-problem').className = state === 'NOT_NAMED' ? 'empty' : 'problem';
  byId('alerts').hidden = !alerts.length;
  byId('alerts').replaceChildren(...alerts.slice(0, SHOWN).map(item), ...rest(firing + pending - SHOWN));
  head(state, firing, alerts);
}

function countText(state, firing, pending) {
  if (state === 'NO_ANSWER' || state === 'NOT_NAMED') return 'not known';
  const counts = [...(firing ? [`${words.number(firing)} firing`] : []), ...(pending ? [`${words.number(pending)} pending`] : [])];
  return counts.join(', ') || (state === 'WATCHED' ? 'all quiet' : 'none that is known');
}

/** What must be seen wherever on the page one is, and in another tab. */
function head(state, firing, alerts) {
  const fault = state === 'NO_ANSWER' || state === 'NO_WATCHDOG' ? 'Alerting does not work' : '';
  const count = firing ? words.number(firing) + (firing === 1 ? ' alert fires' : ' alerts fire') : '';
  byId('alarm').hidden = !fault && !count;
  byId('alarm').textContent = [count, fault].filter(Boolean).join('. ');
  byId('alarm').dataset.severity = fault || alerts.some(alert => alert.firing && alert.severity === 'page') ? 'page' : 'ticket';
  document.title = firing ? `(${firing}) ${title}` : title;
}

const rest = count => count > 0 ? [el('li', {}, `${words.number(count)} more are in Prometheus.`)] : [];

function item(alert) {
  return el('li', { data: { severity: alert.severity, firing: String(alert.firing) } },
    el('p', { class: 'alert-summary' },
      el('span', { class: 'severity' }, alert.firing ? alert.severity || 'no severity' : 'pending'), ' ', alert.summary || alert.name),
    ...[alert.impact, alert.actions].filter(Boolean).map(text => el('p', {}, text)),
    el('p', { class: 'byline' },
      el('span', {}, alert.name),
      alert.since ? el('span', { class: 'ago', title: words.precise(alert.since), data: { moment: alert.since } }, words.ago(alert.since)) : null,
      alert.source ? el('button', { type: 'button', class: 'link', onclick: () => openSource(alert.source) }, alert.source) : labels(alert.labels),
      runbook(alert)));
}

const labels = all => Object.keys(all).length ? el('span', {}, Object.entries(all).map(([name, value]) => `${name} ${value}`).join(', ')) : null;

/** The shipped rules name a section of a file that the console has; others may name a page elsewhere. */
function runbook(alert) {
  const section = /^docs\/runbooks\.md#([a-z0-9-]+)$/.exec(alert.runbook)?.[1];
  if (section) return el('a', { href: 'runbooks.html#' + section, 'aria-label': 'Runbook of ' + alert.name }, 'Runbook');
  return alert.runbook ? outsideLink(alert.runbook, 'Runbook') : null;
}

byId('alarm').addEventListener('click', event => {
  event.preventDefault();
  byId('alerts-title').scrollIntoView({ block: 'start' });
  byId('alerts-title').focus();
});
setInterval(load, AGAIN_MILLIS);
