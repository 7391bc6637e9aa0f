import type { DecodedText } from './decoded-text.ts';
import { asWritten, decodedOnce } from './decoded-text.ts';

interface SecretLook {
  /** Global, as all of them are struck out. */
  pattern: RegExp;
  /** What stands in its place. */
  instead: string;
}

/** What the secrets of Clarity Keep look like, wherever they stand. */
const looks: readonly SecretLook[] = [
  // A key of the server, and what is left of one that was cut; not `click_rate`.
  { pattern: /(?<![a-z\d])ck_\w+|ck_[a-z\d]{20,}/gi, instead: 'ck_...' },
  // A JSON Web Token, as those of Clarity are.
  { pattern: /eyJ[\w-]*(?:\.[\w-]+)+|eyJ[\w-]{10,}/g, instead: 'eyJ...' },
  // What ends a subscription: by its look, and by its place also when it was cut or changed.
  { pattern: /v\d\.[\w-]{20,}/gi, instead: 'v1...' },
  { pattern: /(?<=unsubscribe[/\\])[^\s"'<>\\]+/gi, instead: '...' },
];

/** Nobody encodes an address so often; whoever does has something to hide. */
const DEEPEST = 24;
const HIDDEN: SecretLook = { pattern: /[^\s"'<>\\]*[%\\&][^\s"'<>\\]*/g, instead: '...' };

interface Range {
  from: number;
  to: number;
  instead: string;
}

/**
 * A text without the secrets that stand in it, however often they are percent-encoded, and in whatever
 * escapes of JSON or HTML: for everything that goes to a log. Lines of JSON stay lines of JSON.
 */
export function strikeOutSecrets(text: string): string {
  let kept = '';
  let at = 0;
  for (const { from, to, instead } of secretsIn(text)) {
    // Found before at another depth of decoding.
    if (to <= at) continue;
    kept += from < at ? '' : text.slice(at, from) + instead;
    at = to;
  }
  return kept + text.slice(at);
}

function secretsIn(text: string): Range[] {
  const ranges: Range[] = [];
  let decoded: DecodedText | null = asWritten(text);
  for (let depth = 0; decoded !== null && depth <= DEEPEST; depth += 1) {
    ranges.push(...rangesOf(decoded, depth === DEEPEST ? [...looks, HIDDEN] : looks));
    decoded = decodedOnce(decoded);
  }
  return ranges.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function rangesOf({ text, startOf, endOf }: DecodedText, all: readonly SecretLook[]): Range[] {
  return all.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(({ 0: secret, index }) => ({
      from: startOf(index),
      to: endOf(index + secret.length - 1),
      instead,
    })),
  );
}
