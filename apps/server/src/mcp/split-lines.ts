/** A line of the input, or how one that is too long to be looked at begins and ends. */
export type InputLine = { text: string } | { ends: string };

const NEWLINE = 0x0a;

/** Bytes that are kept of either end of a line that is too long. */
const END_BYTES = 256;

/** A line that comes byte by byte shall not take a hundred times its size. */
const MOST_PARTS = 1_024;

/**
 * Makes lines of chunks: call it with each chunk, and it gives the lines that the chunk has ended. Of a
 * line that is longer than `limit` bytes only its ends are kept.
 */
export function lineSplitter(limit: number): (chunk: Buffer) => InputLine[] {
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (part: Buffer): void => {
    length += part.length;
    parts.push(part);
    if (length > limit) parts = endsOf(Buffer.concat(parts));
    else if (parts.length > MOST_PARTS) parts = [Buffer.concat(parts)];
  };
  const endLine = (): InputLine => {
    const text = Buffer.concat(parts).toString('utf8');
    const line: InputLine = length > limit ? { ends: text } : { text };
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

/** Copies, so that nothing holds the rest. */
function endsOf(bytes: Buffer): Buffer[] {
  if (bytes.length <= 2 * END_BYTES) return [bytes];
  return [Buffer.concat([bytes.subarray(0, END_BYTES), bytes.subarray(-END_BYTES)])];
}
