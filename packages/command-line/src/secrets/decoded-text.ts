/** A text as it reads once decoded, and where each of its characters stands in the text as it was written. */
export interface DecodedText {
  text: string;
  /** Where the character at an index begins in what was written. */
  startOf: (index: number) => number;
  /** Where it ends there. */
  endOf: (index: number) => number;
}

/**
 * Percent-encoding, once or several times over, and its old form `%uXXXX`, the escapes of JSON and of
 * JavaScript, and numeric references of HTML: how a character is written in an address, a line of a log
 * or a quoted error.
 */
const ESCAPE =
  /%(?:25)*u([\da-f]{4})|%(?:25)*([\da-f]{2})|\\u([\da-f]{4})|\\x([\da-f]{2})|&#x([\da-f]{1,6});|&#(\d{1,7});|\\(.)/gi;

const shortEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A text as nobody has decoded it yet. */
export function asWritten(text: string): DecodedText {
  return { text, startOf: (index) => index, endOf: (index) => index + 1 };
}

/** A text decoded once more, or null when there is nothing left to decode. */
export function decodedOnce({ text, startOf, endOf }: DecodedText): DecodedText | null {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (part: string, from: number, to: number): void => {
    parts.push(part);
    // Of an escape each unit stands for all of it; other text stands for itself.
    const isEscape = part.length !== to - from;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(startOf(isEscape ? from : from + unit));
      ends.push(endOf(isEscape ? to - 1 : from + unit));
    }
  };
  let at = 0;
  for (const found of text.matchAll(ESCAPE)) {
    take(text.slice(at, found.index), at, found.index);
    at = found.index + found[0].length;
    take(characterOf(found), found.index, at);
  }
  if (at === 0) return null;
  take(text.slice(at), at, text.length);
  return {
    text: parts.join(''),
    startOf: (index) => starts[index] ?? 0,
    endOf: (index) => ends[index] ?? 0,
  };
}

const HIGHEST_CODE_POINT = 0x10_ff_ff;

function characterOf([, ...groups]: readonly (string | undefined)[]): string {
  const [oldPercent, percent, unicode, hex, reference, decimal, short] = groups;
  if (short !== undefined) return shortEscapes[short] ?? short;
  const digits = oldPercent ?? percent ?? unicode ?? hex ?? reference;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code > HIGHEST_CODE_POINT ? '\u{FFFD}' : String.fromCodePoint(code);
}
