import { gzipSync } from 'node:zlib';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { array, assert, asyncProperty, pre, uint8Array } from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBounded, TooLargeError } from '../../src/index.ts';

const chunks = array(uint8Array({ maxLength: 20 }), { maxLength: 20 });

describe('readBounded', () => {
  it('gives every byte in order when they are as many as may come', async () => {
    await assert(
      asyncProperty(chunks, async (parts) => {
        const whole = Buffer.concat(parts);
        expect(Buffer.from(await readBounded(Readable.from(parts), whole.length))).toEqual(whole);
      }),
    );
  });

  it('fails when one more comes, however they are cut', async () => {
    await assert(
      asyncProperty(chunks, async (parts) => {
        const size = Buffer.concat(parts).length;
        pre(size > 0);
        await expect(readBounded(Readable.from(parts), size - 1)).rejects.toThrow(TooLargeError);
      }),
    );
  });

  it('leaves an endless stream with the chunk that is too much', async () => {
    let given = 0;
    let isLeft = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          given += 1;
          yield new Uint8Array(10);
        }
      } finally {
        isLeft = true;
      }
    }
    await expect(readBounded(endless(), 35)).rejects.toEqual(new TooLargeError(35));
    expect({ given, isLeft }).toEqual({ given: 4, isLeft: true });
  });

  it('says how much was expected and passes on what the stream throws', async () => {
    expect(new TooLargeError(64_000_000)).toMatchObject({
      name: 'TooLargeError',
      message: 'There is more data than the 64.0 MB that are allowed.',
      maxBytes: 64_000_000,
    });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error('cut off');
    }
    await expect(readBounded(broken(), 10)).rejects.toThrow('cut off');
  });

  it('counts what a packed answer unpacks to, and closes the connection', async () => {
    const packed = gzipSync(Buffer.alloc(20_000_000));
    const closed = Promise.withResolvers<void>();
    const server = createServer((_, response) => {
      response.on('close', () => closed.resolve());
      // Never ended: only whoever asked can end it.
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(packed);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => server.close().closeAllConnections());
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('It listens on no port.');
    const response = await fetch(`http://127.0.0.1:${address.port}/`);
    expect(packed.length).toBeLessThan(1_000_000);
    if (response.body === null) throw new Error('It has no body.');
    await expect(readBounded(response.body, 1_000_000)).rejects.toThrow(TooLargeError);
    await closed.promise;
  });
});
