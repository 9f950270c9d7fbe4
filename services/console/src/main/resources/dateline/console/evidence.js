// Marks in a text the words that led to its tags.
import { el } from './dom.js';

/** The evidence of all tags in one field, as spans with the names of their tags; what does not fit the text is left out. */
export function spans(tags, field, text) {
  return tags.flatMap(tag => tag.evidence
    .filter(found => found.field === field && text.slice(found.start, found.end) === found.text)
    .map(({ start, end }) => ({ start, end, name: tag.name })));
}

/** Cuts a text at the borders of its spans, which may overlap; each piece knows the tags that it speaks for. */
export function highlighted(text, marks) {
  const borders = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((one, other) => one - other);
  return borders.slice(1).map((end, place) => {
    const start = borders[place];
    const names = [...new Set(marks.filter(mark => mark.start <= start && mark.end >= end).map(mark => mark.name))];
    const piece = text.slice(start, end);
    return names.length ? el('mark', { title: names.join('; ') }, piece) : piece;
  });
}
