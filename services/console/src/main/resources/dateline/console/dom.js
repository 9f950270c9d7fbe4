// Builds elements. Everything that comes from data goes in as text or as a checked address, never as markup.

/** Makes an element; a string among the children becomes text, null is left out. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

/** Makes a link to somewhere else; only http and https become one, anything else stays text. */
export function outsideLink(address, text) {
  return isWebAddress(address) ? el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, text) : el('span', {}, text);
}

function isWebAddress(address) {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

export const byId = id => document.getElementById(id);
