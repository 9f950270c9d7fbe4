// Shows the runbooks of this version: as much of Markdown as they are written in, made into elements and never into markup.
import { byId, el } from './dom.js';

const INLINE = /`([^`]+)`|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

function inline(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, stressed, label, target] = match;
    parts.push(text.slice(from, match.index), code ? el('code', {}, code) : stressed ? el('em', {}, stressed) : link(label, target));
    from = match.index + whole.length;
  }
  return [...parts, text.slice(from)];
}

/** Only what leads within this page is here; other documents stay names. */
const link = (label, target) => target.startsWith('#') ? el('a', { href: target }, label) : el('span', {}, label);

/** Lines of one block each: a heading, a step of a list, or a paragraph. */
function blocks(text) {
  const found = [];
  let open = false;
  for (const line of text.split('\n')) {
    const starts = /^(#|\d+\. |- )/.test(line);
    if (open && !starts && line.trim()) found.push(found.pop() + ' ' + line.trim());
    else if (line.trim()) found.push(line.trim());
    open = line.trim() !== '' && !line.startsWith('#');
  }
  return found;
}

function element(block) {
  const heading = /^(#+) (.*)/.exec(block);
  if (heading) return el(heading[1].length === 1 ? 'h1' : 'h2', { id: heading[2].toLowerCase().replace(/[^a-z0-9]+/g, '-'), tabindex: '-1' }, heading[2]);
  const step = /^(?:\d+\.|-) (.*)/.exec(block);
  return step ? el('li', {}, ...inline(step[1])) : el('p', {}, ...inline(block));
}

/** Steps that follow one another become a list. */
function grouped(elements) {
  const whole = [];
  for (const one of elements) {
    if (one.tagName !== 'LI') whole.push(one);
    else if (whole.at(-1)?.tagName === 'OL') whole.at(-1).append(one);
    else whole.push(el('ol', {}, one));
  }
  return whole;
}

function goToSection() {
  const section = location.hash && byId(location.hash.slice(1));
  document.querySelectorAll('.asked').forEach(heading => heading.classList.remove('asked'));
  if (!section) return;
  section.classList.add('asked');
  section.scrollIntoView();
  section.focus();
}

try {
  const answer = await fetch('runbooks.md');
  if (!answer.ok) throw new Error('status ' + answer.status);
  byId('runbooks').replaceChildren(...grouped(blocks(await answer.text()).map(element)));
  goToSection();
} catch (e) {
  byId('runbooks').replaceChildren(el('p', { class: 'problem', role: 'status' }, 'The runbooks cannot be loaded: ' + e.message));
}
window.addEventListener('hashchange', goToSection);
