// The list of articles: newest first, bounded, and still while it is paused.
import { byId } from './dom.js';
import { line, copiesText } from './article.js';

const MAX_LINES = 200;
const list = byId('feed');
const held = byId('held');
const lines = new Map();
let waiting = new Map();
let paused = false;
let choose = () => {};

export function onChoose(handler) {
  choose = handler;
}

/** Shows a list in place of what was there. */
export function replace(articles) {
  lines.clear();
  waiting = new Map();
  list.replaceChildren();
  [...articles].reverse().forEach(article => put(article, false));
  tell();
}

/** Takes in a new article, or a new version of one; while paused it waits. */
export function add(article) {
  if (paused) {
    waiting.delete(article.id);
    waiting.set(article.id, article);
    if (waiting.size > MAX_LINES) waiting.delete(waiting.keys().next().value);
  } else {
    put(article, true);
  }
  tell();
}

function put(article, fresh) {
  lines.get(article.id)?.remove();
  lines.delete(article.id);
  const item = line(article, choose);
  if (fresh) item.classList.add('fresh');
  list.prepend(item);
  lines.set(article.id, item);
  if (lines.size > MAX_LINES) {
    const [oldest, element] = lines.entries().next().value;
    element.remove();
    lines.delete(oldest);
  }
}

/** Marks how many copies a story has. */
export function copies(storyId, count) {
  for (const item of lines.values()) {
    if (item.dataset.story === storyId) {
      const mark = item.querySelector('.copies');
      mark.textContent = copiesText(count);
      mark.hidden = count === 0;
    }
  }
}


export function pause(on) {
  paused = on;
  if (!on) {
    waiting.forEach(article => put(article, true));
    waiting = new Map();
  }
  tell();
}

/** Moves the focus to the next (1) or the previous (-1) article. */
export function step(by) {
  const buttons = [...list.querySelectorAll('.why')];
  const now = buttons.findIndex(button => button.closest('li').contains(document.activeElement));
  buttons[Math.max(0, Math.min(buttons.length - 1, now + by))]?.focus();
}

function tell() {
  held.hidden = waiting.size === 0;
  held.textContent = waiting.size + ' new: show';
  byId('empty').hidden = lines.size > 0;
  byId('feed-count').textContent = lines.size === 0 ? '' : lines.size === MAX_LINES ? `the newest ${MAX_LINES}` : `${lines.size} shown`;
}
