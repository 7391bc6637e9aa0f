import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { outputStream } from '../src/index.ts';

it('is the output itself where that is a stream, so that its reader is waited for', () => {
  const output = new PassThrough();
  expect(outputStream(output)).toBe(output);
});

it('hands text on to an output that is none, and is a terminal where that is one', async () => {
  let text = '';
  const stream = outputStream({
    isTTY: true,
    columns: 80,
    write: (part) => {
      text += part;
    },
  });
  expect(stream).toMatchObject({ isTTY: true, columns: 80 });
  await pipeline(['a', 'é\n'], stream);
  expect(text).toBe('aé\n');
});
