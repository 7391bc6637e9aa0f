import { decodePunycode } from './decode-punycode.ts';

/** Longer labels have no domain, and decoding takes a time that grows with the square. */
const LONGEST_LABEL = 63;

/** Letters of one script each, without those that serve to imitate others. */
const ALPHABETS = [
  // Latin as European languages and Vietnamese write it, without dotless i, kra, apostrophe n and long s.
  /^[a-z\d\u{DF}-\u{F6}\u{F8}-\u{130}\u{132}-\u{137}\u{139}-\u{148}\u{14A}-\u{17E}\u{1A1}\u{1B0}\u{219}\u{21B}\u{1EA0}-\u{1EF9}-]+$/u,
  /^[\p{Script=Cyrillic}\d-]+$/u,
  /^[\p{Script=Greek}\d-]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u{30FC}\u{3005}\d-]+$/u,
  /^[\p{Script=Hangul}\d-]+$/u,
  /^[\p{Script=Thai}\d-]+$/u,
  /^[\p{Script=Devanagari}\d-]+$/u,
  /^[\p{Script=Armenian}\d-]+$/u,
  /^[\p{Script=Georgian}\d-]+$/u,
];

/** Small Cyrillic and Greek letters that look like Latin ones. */
const LIKE_LATIN = /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνορτυωγηχ\d-]+$/u;

/**
 * A host, with its port if it has one, as people read it, where that cannot deceive: labels of one script, none that look like Latin and are
 * not, nothing invisible, nothing that runs from right to left. Other labels stay punycode.
 */
export function readableHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const [name = '', port] = host.split(':');
  const readable = name.split('.').map(readableLabel).join('.');
  if (URL.parse(`https://${readable}`)?.hostname !== name) return host;
  return port === undefined ? readable : `${readable}:${port}`;
}

function readableLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > LONGEST_LABEL) return label;
  const text = decodePunycode(label.slice('xn--'.length));
  return text !== null && isPlain(text) ? text : label;
}

function isPlain(text: string): boolean {
  if (/[^\P{M}\p{Script=Thai}\p{Script=Devanagari}]/u.test(text)) return false;
  if (LIKE_LATIN.test(text)) return false;
  return ALPHABETS.some((alphabet) => alphabet.test(text));
}
