const BASE = 36;
const SMALLEST = 1;
const LARGEST = 26;
const SKEW = 38;
const DAMP = 700;
const LARGEST_CODE = 0x10_ff_ff;

/** What a label of a host encodes by RFC 3492, without its `xn--`; null when it encodes nothing. */
export function decodePunycode(label: string): string | null {
  const hyphen = label.lastIndexOf('-');
  const codes = Array.from(label.slice(0, Math.max(0, hyphen)), (letter) => letter.charCodeAt(0));
  let code = 0x80;
  let bias = 72;
  let position = 0;
  for (let at = hyphen + 1; at < label.length;) {
    const before = position;
    let weight = 1;
    for (let step = BASE; ; step += BASE) {
      const digit = Number.parseInt(label.charAt(at), BASE);
      if (Number.isNaN(digit)) return null;
      at += 1;
      // Punycode counts letters before digits, numbers in base 36 the other way round.
      const value = digit < 10 ? digit + 26 : digit - 10;
      position += value * weight;
      const threshold = Math.min(LARGEST, Math.max(SMALLEST, step - bias));
      if (value < threshold) break;
      weight *= BASE - threshold;
      if (weight > Number.MAX_SAFE_INTEGER) return null;
    }
    const count = codes.length + 1;
    bias = adapt(position - before, { count, isFirst: before === 0 });
    code += Math.floor(position / count);
    if (code > LARGEST_CODE) return null;
    position %= count;
    codes.splice(position, 0, code);
    position += 1;
  }
  return String.fromCodePoint(...codes);
}

function adapt(delta: number, { count, isFirst }: { count: number; isFirst: boolean }): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let steps = 0;
  while (rest > ((BASE - SMALLEST) * LARGEST) / 2) {
    rest = Math.floor(rest / (BASE - SMALLEST));
    steps += BASE;
  }
  return steps + Math.floor(((BASE - SMALLEST + 1) * rest) / (rest + SKEW));
}
