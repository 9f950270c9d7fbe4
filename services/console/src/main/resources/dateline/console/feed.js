// The list of articles: newest first, bounded, drawn a few times a second at most, and still while it is paused.
import { byId } from './dom.js';
import { line, copiesText } from './article.js';
import { number } from './words.js';

const MAX_LINES = 1_000;
const DRAW_MILLIS = 200;
/** More at once would hold up the reader; the rest is drawn the next time. */
const AT_ONCE = 100;
/** A flood must leave the browser time for its reader: several times as much as it takes to draw. */
const IDLE_SHARE = 5;
/** What is drawn is bounded, so this is enough however slow the machine is. */
const LONGEST_PAUSE_MILLIS = 1_000;
/** More new lines at once than this are not worth a signal each, and a signal is drawn anew at each frame. */
const FRESH_LINES = 3;
const list = byId('feed');
const held = byId('held');
const lines = new Map();
let waiting = new Map();
let heldCount = 0;
let paused = false;
let drawing = 0;
let pace = DRAW_MILLIS;
let choose = () => {};
let open = () => {};

export function onChoose(handler) {
  choose = handler;
}

export function onOpen(handler) {
  open = handler;
}

/** Shows a list in place of what was there; what came while it was on its way is put on top. */
export function replace(articles) {
  lines.clear();
  articles.filter(article => waiting.get(article.key)?.at <= article.at).forEach(article => waiting.delete(article.key));
  heldCount = waiting.size;
  const newest = articles.slice(0, MAX_LINES).map(article => [article.key, line(article, choose, open)]);
  list.replaceChildren(...newest.map(([, item]) => item));
  newest.reverse().forEach(([key, item]) => lines.set(key, item));
  draw();
  tell();
}

/** Takes in a new article, or a new version of one: it is drawn soon, or waits while the list is paused. */
export function add(article) {
  if (!waiting.delete(article.key)) heldCount++;
  waiting.set(article.key, article);
  if (waiting.size > MAX_LINES) waiting.delete(waiting.keys().next().value);
  if (paused) tell();
  else drawing ||= setTimeout(draw, pace);
}

function draw() {
  drawing = 0;
  if (paused) return;
  const begun = performance.now();
  const few = waiting.size <= FRESH_LINES;
  const oldest = [...waiting.values()].slice(0, AT_ONCE);
  list.prepend(...oldest.map(article => put(article, few)).reverse());
  oldest.forEach(article => waiting.delete(article.key));
  while (lines.size > MAX_LINES) {
    const [last, element] = lines.entries().next().value;
    element.remove();
    lines.delete(last);
  }
  heldCount = waiting.size;
  pace = Math.min(LONGEST_PAUSE_MILLIS, Math.max(DRAW_MILLIS, IDLE_SHARE * (performance.now() - begun)));
  if (waiting.size) drawing = setTimeout(draw, pace);
  tell();
}

/** Forgets what has come and is not drawn yet: it was for other filters. */
export function forgetWaiting() {
  waiting = new Map();
  heldCount = 0;
}

/** Makes the line of an article that is to go on top. */
function put(article, fresh) {
  lines.get(article.key)?.remove();
  lines.delete(article.key);
  const item = line(article, choose, open);
  if (fresh) item.classList.add('fresh');
  lines.set(article.key, item);
  return item;
}

/** Marks how many copies a story has. */
export function copies(storyId, count) {
  for (const item of lines.values()) {
    if (item.dataset.story === storyId && item.dataset.outcome === 'ORIGINAL') {
      const mark = item.querySelector('.copies');
      mark.firstChild.textContent = copiesText(count);
      mark.hidden = count === 0;
    }
  }
}

export function pause(on) {
  paused = on;
  if (!on) draw();
  tell();
}

/** Moves the focus to the next (1) or the previous (-1) article. */
export function step(by) {
  const links = [...list.querySelectorAll('.title')];
  const now = links.findIndex(link => link.closest('li').contains(document.activeElement));
  links[Math.max(0, Math.min(links.length - 1, now + by))]?.focus();
}

function tell() {
  held.hidden = !paused || heldCount === 0;
  held.textContent = number(heldCount) + ' new: show' + (heldCount > MAX_LINES ? ` the newest ${MAX_LINES}` : '');
  byId('empty').hidden = lines.size > 0;
  byId('feed-count').textContent = lines.size === 0 ? '' : lines.size === MAX_LINES ? `the newest ${MAX_LINES}` : `${lines.size} shown`;
}
