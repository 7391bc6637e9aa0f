/** A line of the input, or that there was one that is too long to be looked at. */
export type InputLine = { text: string } | { tooLong: true };

const NEWLINE = 0x0a;

/**
 * Makes lines of chunks: call it with each chunk, and it gives the lines that the chunk has ended. Of a
 * line that is longer than `limit` bytes nothing is kept.
 */
export function lineSplitter(limit: number): (chunk: Buffer) => InputLine[] {
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > limit) parts = [];
    else parts.push(part);
  };
  const endLine = (): InputLine => {
    const line: InputLine =
      length > limit ? { tooLong: true } : { text: Buffer.concat(parts).toString('utf8') };
    parts = [];
    length = 0;
    return line;
  };
  return (chunk) => {
    const lines: InputLine[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      lines.push(endLine());
      start = end + 1;
    }
    keep(chunk.subarray(start));
    return lines;
  };
}
