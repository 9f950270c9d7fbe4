// Takes down many at once: first all that would be is shown, then it is done, with a reason.
import { el, outsideLink } from './dom.js';
import { act, actButton, noteField, said } from './session.js';
import * as words from './words.js';

/** As many as the console takes at once. */
export const MOST = 200;

/** Offers to take down what was found, by the ids of the articles. */
export function offer(ids) {
  const place = el('div', {});
  return el('div', {},
    el('div', { class: 'acts' }, el('button', { type: 'button', class: 'quiet act', onclick: () => propose({ articleIds: ids.slice(0, MOST) }, place) },
      ids.length === 1 ? 'Take it down…' : `Take ${ids.length > MOST ? 'the newest' : 'all'} ${words.number(Math.min(ids.length, MOST))} down…`)),
    place);
}

/** Shows what would be taken down, and lets it be done. */
export async function propose(asked, place) {
  place.replaceChildren(el('p', { role: 'status' }, 'Looking for them in the topics…'));
  try {
    const { count, articles } = await act('find', asked);
    place.replaceChildren(...(count ? proposal(count, articles) : [said('No topic has such an article.', true)]));
  } catch (e) {
    place.replaceChildren(said(e.message, true));
  }
}

function proposal(count, articles) {
  const place = el('div', {});
  const note = noteField('Why: everybody downstream can read it');
  const many = articles.length === 1 ? 'this article' : `these ${words.number(articles.length)} articles`;
  const doIt = async () => {
    const { withdrawn } = await act('withdraw', { articleIds: articles.map(article => article.id), note: note.querySelector('input').value });
    return `${words.number(withdrawn.length)} taken down; they are let in no more. What operators did has a line for each.`;
  };
  return [
    el('p', { role: 'status' }, `${words.number(count)} would be taken down.` + (count > articles.length ? ` At once ${words.number(articles.length)} can be; these are they.` : '')),
    el('ul', { class: 'rows found', 'aria-label': 'Would be taken down', tabindex: '0' }, ...articles.map(article => el('li', {},
      outsideLink(article.url, article.title || article.url), el('div', { class: 'place' }, `${article.source} · ${article.url}`)))),
    el('div', { class: 'acts' }, note, actButton(`Take down ${many}`, place, doIt)), place,
  ];
}
