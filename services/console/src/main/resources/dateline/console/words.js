// Turns codes, numbers and moments into words.

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });
const themes = new Map();
/** Names of the UN M49 regions: browsers know those of countries only. */
const M49 = {
  '001': 'World', '002': 'Africa', '003': 'North America', '005': 'South America', '009': 'Oceania', '011': 'Western Africa',
  '013': 'Central America', '014': 'Eastern Africa', '015': 'Northern Africa', '017': 'Middle Africa', '018': 'Southern Africa',
  '019': 'Americas', '021': 'Northern America', '029': 'Caribbean', '030': 'Eastern Asia', '034': 'Southern Asia',
  '035': 'South-eastern Asia', '039': 'Southern Europe', '053': 'Australia and New Zealand', '054': 'Melanesia',
  '057': 'Micronesia', '061': 'Polynesia', '142': 'Asia', '143': 'Central Asia', '145': 'Western Asia', '150': 'Europe',
  '151': 'Eastern Europe', '154': 'Northern Europe', '155': 'Western Europe', '202': 'Sub-Saharan Africa',
  '419': 'Latin America and the Caribbean',
};
/** What an article has to do with a region. */
export const ROLES = { ABOUT: 'about', DATELINE: 'written there', MENTIONED: 'mentioned', PUBLISHER: 'outlet is from there' };
const UNITS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

export function learnThemes(names) {
  Object.entries(names).forEach(([code, name]) => themes.set(code, name));
}

export const region = code => M49[code] ?? nameOr(code, () => regions.of(code));
export const language = code => code === 'und' ? 'language unknown' : nameOr(code, () => languages.of(code));
export const theme = code => themes.has(code) ? capital(themes.get(code)) : code;
export const number = value => value.toLocaleString('en');
export const percent = share => Math.round(share * 100) + ' %';
export const label = word => word.toLowerCase().replaceAll('_', ' ');
export const capital = word => word.charAt(0).toUpperCase() + word.slice(1);

/** Intl throws for what is no code; a custom region keeps its own. */
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
