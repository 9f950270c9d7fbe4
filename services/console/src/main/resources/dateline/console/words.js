// Turns codes, numbers and moments into words.

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });
const names = { regions: {}, themes: {}, parents: {} };
/** What an article has to do with a region. */
export const ROLES = { ABOUT: 'about', DATELINE: 'written there', MENTIONED: 'mentioned', PUBLISHER: 'outlet is from there' };
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** Learns what regions and themes are called, by their codes. */
export const learn = labels => Object.assign(names, labels);

/** An operator may have made a code with a prefix; IPTC's are all known. */
const OWN = /^(?!medtop:)[a-z]+:[^\s:]+$/;
export const isRegion = code => code in names.regions || OWN.test(code);
export const isTheme = code => code in names.themes || OWN.test(code);
export const isLanguage = code => /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code);

export const region = code => names.regions[code] ?? code;
export const language = code => code === 'und' ? 'language unknown' : nameOr(code, () => languages.of(code));
/** The code of the theme above one; undefined for those at the top. */
export const parent = code => names.parents[code];
export const theme = code => capital(names.themes[code] ?? code);
export const number = value => value.toLocaleString('en');
export const percent = share => Math.round(share * 100) + '%';
export const label = word => word.toLowerCase().replaceAll('_', ' ');
export const capital = word => word.charAt(0).toUpperCase() + word.slice(1);

/** Intl throws for what is no code. */
function nameOr(code, name) {
  try {
    return name() ?? code;
  } catch {
    return code;
  }
}

/** "3 min. ago", "in 2 hr." */
export function ago(moment, now = Date.now()) {
  const seconds = Math.round((Date.parse(moment) - now) / 1000);
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** "340 ms", "2.1 s", "3 min" */
export function duration(millis) {
  if (millis < 1_000) return millis + ' ms';
  return millis < 60_000 ? (millis / 1_000).toFixed(1) + ' s' : number(Math.round(millis / 60_000)) + ' min';
}

/** The time of day, with the date when it is not today's. */
export function clock(moment) {
  const date = new Date(moment);
  const today = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return today ? time : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' }) + ' ' + time.slice(0, 5);
}

/** Local time and UTC, for a tooltip. */
export function precise(moment) {
  const date = new Date(moment);
  return date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' }) + ' (' + date.toISOString().slice(0, 19) + 'Z)';
}
