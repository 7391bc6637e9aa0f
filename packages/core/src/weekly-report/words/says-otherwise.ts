import { entriesOf } from './facts-of.ts';
import { isShown } from './is-shown.ts';
import type { Facts } from './model-brief.ts';
import { textsOf } from './model-brief.ts';
import { numbersIn } from './numbers-in.ts';

const BETTER =
  /\b(?:got|gets|getting|is|are|was|became|looks?|performs?|much|far) better\b|(?<!\b(?:an|the) )\b(?:improved|improves|improving|recovered|recovers|recovering|resolved|healed)\b/i;
const WORSE =
  /\b(?:got|gets|getting|is|are|was|became|looks?|much|far) worse\b|\b(?:worsened|worsens|worsening|deteriorat\w+)\b/i;

const ROSE = /\b(?:rose|rises|up|grew|increased|climbed|jumped)\b/i;
const FELL = /\b(?:fell|falls?|down|dropped|decreased|declined|shrank)\b/i;
const FROM_TO = /\bfrom ([^.!?;]*?\d[\d,.]*%?) to ([^.!?;]*?\d[\d,.]*%?)/gi;

/** Synonyms, as facts or sentences use them. */
const DEVICES = [
  /\b(?:mobiles?|phones?|smartphones?|handsets?)\b/i,
  /\b(?:desktops?|pcs?|computers?|laptops?)\b/i,
  /\btablets?\b/i,
];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(
  (day) => new RegExp(`\\b${day}(?:[a-z]*day)?\\b`),
);

/** Pairs of before and now, and of actual and expected. */
const PAIRS = [
  ['before', 'after'],
  ['weekBefore', 'thisWeek'],
  ['rate', 'allPages'],
] as const;

/**
 * Whether a sentence contradicts its facts even though its numbers are right: it says that something got better or
 * worse that did not, swaps the earlier and the later number, or names a device or weekday that the facts do not.
 */
export function saysOtherwise(sentence: string, facts: readonly Facts[]): boolean {
  const texts = facts.flatMap(textsOf);
  const isSaid = (...words: string[]): boolean => words.some((word) => texts.includes(word));
  if (BETTER.test(sentence) && !isSaid('better', 'worked')) return true;
  if (WORSE.test(sentence) && !isSaid('worse', 'made-worse')) return true;
  const isNamed = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  if ([...DEVICES, ...WEEKDAYS].some((name) => name.test(sentence) && !isNamed(name))) return true;
  return [...sentence.matchAll(FROM_TO)].some(([, from = '', to = '']) =>
    isTurned(sentence, { from, to, facts }),
  );
}

function isTurned(
  sentence: string,
  { from, to, facts }: { from: string; to: string; facts: readonly Facts[] },
): boolean {
  const [start, end] = [numbersIn(from).at(-1), numbersIn(to).at(-1)];
  if (start === undefined || end === undefined) return false;
  if (ROSE.test(sentence) && !FELL.test(sentence) && start.value > end.value) return true;
  if (FELL.test(sentence) && !ROSE.test(sentence) && start.value < end.value) return true;
  const shows = (fact: Facts | undefined, number: typeof start): boolean =>
    typeof fact === 'string' &&
    isShown(
      { ...number, unit: number.unit === '' ? '%' : number.unit },
      numbersIn(fact).map((one) => ({ ...one, unit: one.unit === '' ? '%' : one.unit })),
    );
  const isPair = facts
    .flatMap(entriesOf)
    .some((entry) =>
      PAIRS.some(([first, second]) => shows(entry[first], start) && shows(entry[second], end)),
    );
  return !isPair && !facts.flatMap(textsOf).some((text) => text.includes(`from ${from} to ${to}`));
}
