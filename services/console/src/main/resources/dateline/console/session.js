// Who acts: a token, kept for this tab alone, shown with every act.
import { byId, el } from './dom.js';

const STORED = 'dateline-token';
const dialog = byId('session');
const listeners = [];
let token = sessionStorage.getItem(STORED);
let actor = null;

export const isSignedIn = () => actor !== null;

/** Calls a handler whenever somebody signs in or out. */
export const onChange = handler => listeners.push(handler);

/** Does something in the name of whoever is signed in; throws what the console answers when it does not do it. */
export const act = (path, body = {}) => send('POST', 'api/actions/' + path, body);

/** Sends a request with the token; a refusal is thrown in words, with all that was said. */
export async function send(method, path, body = undefined) {
  const answer = await fetch(path, {
    method,
    headers: { Authorization: 'Bearer ' + token, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(said.error ?? said.detail ?? 'status ' + answer.status), { said });
  return said;
}

async function signIn(shown) {
  token = shown;
  try {
    actor = (await act('session')).actor;
    sessionStorage.setItem(STORED, token);
    return null;
  } catch (e) {
    forget();
    return e.message;
  }
}

function forget() {
  token = actor = null;
  sessionStorage.removeItem(STORED);
}

function changed() {
  byId('sign-in').textContent = actor ? `${actor}: sign out` : 'Sign in';
  document.body.dataset.signedIn = String(isSignedIn());
  listeners.forEach(listener => listener());
}

/** A line that says how an act went. */
export const said = (text, bad = false) => el('p', { class: bad ? 'problem' : 'done', role: 'status' }, text);

/** A button that does something for whoever is signed in; what it answers, or what went wrong, goes to a place in words. */
export function actButton(label, place, doIt, attributes = {}) {
  return el('button', { type: 'button', class: 'quiet act', ...attributes, onclick: async event => {
    event.target.disabled = true;
    place.replaceChildren(el('p', { role: 'status' }, 'Working…'));
    try {
      place.replaceChildren(said(await doIt()));
    } catch (e) {
      place.replaceChildren(said(e.message, true));
    }
    event.target.disabled = false;
  } }, label);
}

/** Asks for the reason of an act; a field with a name of its own. */
export const noteField = (label = 'Why') => el('label', { class: 'note act' }, el('span', {}, label), el('input', { name: 'note', maxlength: '500', autocomplete: 'off' }));

byId('sign-in').addEventListener('click', () => {
  if (!isSignedIn()) return dialog.showModal();
  forget();
  return changed();
});
byId('session-cancel').addEventListener('click', () => dialog.close());
byId('session-form').addEventListener('submit', async event => {
  event.preventDefault();
  const problem = await signIn(byId('token').value);
  byId('session-problem').textContent = problem ?? '';
  if (problem) return;
  byId('token').value = '';
  dialog.close();
  changed();
});
if (token) signIn(token).then(changed);
