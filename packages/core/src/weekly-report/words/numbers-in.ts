/** A number in a text with its unit: `38.2%` is not `38.2 points`. */
export interface TextNumber {
  value: number;
  /** Digits after the point. */
  decimals: number;
  sign: '+' | '-' | null;
  /** `%`, `points`, `times`, `weeks`, `week`, `s`, `min`, a month of a date, or nothing. */
  unit: string;
}

/** Small cardinals count as digits. `one` is left out: it is mostly a pronoun. */
const CARDINALS = 'zero two three four five six seven eight nine ten eleven twelve'.split(' ');
const CARDINAL = new RegExp(`\\b(${CARDINALS.join('|')})\\b`, 'gi');
const VALUES = new Map(CARDINALS.map((word, index) => [word, index === 0 ? 0 : index + 1]));

const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const NUMBER =
  /(?<sign>(?<![\p{L}\p{N}.,)])[+-])?(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<fraction>\.\d+)?/gu;
const RANGE = /^\s*(?:to|and|-)\s*$/;

const MORE =
  /^(?:\s?(?:%|percent|per cent|x|(?:percentage[ -])?points?|times))? (?:more|higher)\b/i;
const LESS =
  /^(?:\s?(?:%|percent|per cent|x|(?:percentage[ -])?points?|times))? (?:less|fewer|lower)\b/i;

const UNITS: readonly [unit: string, after: RegExp][] = [
  ['points', /^\s?(?:%|percent|per cent|percentage)[ -]points?\b/],
  ['points', /^[ -]points?\b/],
  ['%', /^\s?(?:%|percent\b|per cent\b|pct\b)/],
  ['times', /^(?:\s?[x×](?![\p{L}\p{N}])| times\b|-?fold\b)/u],
  ['weeks', /^[ -]weeks?\b/],
  ['hours', /^[ -]hours?\b/],
  ['days', /^[ -]days?\b/],
  ['months', /^[ -]months?\b/],
  ['years', /^[ -]years?\b/],
  ['s', /^(?: ?s| ?secs?| seconds?)\b/],
  ['min', /^(?: ?min| minutes?)\b/],
];

/**
 * All numbers in a text, including small ones in words. A number that runs into letters gets a unit that matches no
 * other number.
 */
export function numbersIn(text: string): TextNumber[] {
  const plain = text
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(CARDINAL, (word) => String(VALUES.get(word.toLowerCase())));
  const matches = [...plain.matchAll(NUMBER)].map((match) => {
    const { sign, digits = '', fraction = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    return {
      start: match.index,
      end,
      number: {
        value: Number(digits.replaceAll(',', '') + fraction),
        decimals: Math.max(0, fraction.length - 1),
        sign:
          sign === '+' || sign === '-'
            ? sign
            : signInWords(plain.slice(0, match.index), plain.slice(end)),
        unit: unitOf(plain.slice(0, match.index), plain.slice(end)),
      } satisfies TextNumber,
    };
  });
  // "9.2 to 15.2 points more": the first has the unit and the sign of the second.
  for (const [index, { start, number }] of matches.entries()) {
    const before = matches[index - 1];
    if (before === undefined || before.number.unit !== '') continue;
    if (!RANGE.test(plain.slice(before.end, start))) continue;
    before.number.unit = number.unit;
    before.number.sign ??= number.sign;
  }
  return matches.map(({ number }) => number);
}

/** "rose by 3.7%" and "3.7% more" have a sign, as `+3.7%` does. */
function signInWords(before: string, after: string): TextNumber['sign'] {
  if (/\b(?:rose|up|grew|increased|climbed)(?: by)? $/i.test(before) || MORE.test(after))
    return '+';
  return /\b(?:fell|down|dropped|decreased|declined)(?: by)? $/i.test(before) || LESS.test(after)
    ? '-'
    : null;
}

function unitOf(before: string, after: string): string {
  const lower = after.toLowerCase();
  const unit = UNITS.find(([, pattern]) => pattern.test(lower))?.[0];
  if (unit !== undefined) return unit;
  const month = new RegExp(`^(?:st|nd|rd|th)?(?: of)? (${MONTH})[a-z]*\\b`).exec(after)?.[1];
  if (month !== undefined) return month;
  const monthBefore = new RegExp(`\\b(${MONTH})[a-z]* $`).exec(before)?.[1];
  if (monthBefore !== undefined) return monthBefore;
  if (/\bweek $/i.test(before)) return 'week';
  return /^[\p{L}\p{N}]/u.test(after) || /\p{L}$/u.test(before) ? 'unknown' : '';
}
