import { Writable } from 'node:stream';
import type { Output } from './output.ts';

/** An output as the stream that it is, or as one of its own where a test only looks at the text. */
export function outputStream(output: Output): Writable {
  if (output instanceof Writable) return output;
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      output.write(String(text));
      done();
    },
  });
  return Object.assign(stream, { isTTY: output.isTTY, columns: output.columns });
}
