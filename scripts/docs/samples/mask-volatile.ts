/** What differs from machine to machine and from run to run, without anything having changed. */
const VOLATILE: readonly RegExp[] = [
  /\b\d[\d,.]* (?:bytes|kB|MB|GB)\b/g,
  /\bNode \d+\.\d+\.\d+/g,
  /\bin \d+\.\d s\b/g,
  /\bck_[\w-]+/g,
  /\b[0-9a-f]{32}(?=@)/g,
];

/** A sample without what is volatile in it: two that are alike in this are the same sample. */
export function maskVolatile(text: string): string {
  return VOLATILE.reduce((masked, pattern) => masked.replaceAll(pattern, '~'), text);
}
