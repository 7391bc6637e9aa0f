/** Characters per write: as many as a stream accepts before it asks to wait. */
const CHUNK = 64 * 1024;

/** Joins small pieces of text, so that not every row is a separate write. */
export function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
