import { Readable, pipeline } from 'node:stream';
import type { ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';

import { JSON_TYPE } from '../server/reply.ts';

type Packing = 'gzip' | 'deflate' | 'br';

/** Sends a text, or so many bytes of spaces, in chunks, packed once or more, for as long as the caller listens. */
export function streamed({
  bytes = 0,
  text = '',
  packing,
}: {
  bytes?: number;
  text?: string;
  packing: readonly Packing[];
}): (exchange: { response: ServerResponse }) => void {
  return ({ response }) => {
    response.writeHead(200, {
      'content-type': JSON_TYPE,
      ...(packing.length === 0 ? {} : { 'content-encoding': packing.join(', ') }),
    });
    const source = Readable.from(chunks(bytes, text), { objectMode: false });
    // A caller who has heard enough hangs up: that is no error here.
    pipeline([source, ...packing.map(packer), response], () => undefined);
  };
}

const CHUNK = Buffer.alloc(1024 * 1024, ' ');

function* chunks(bytes: number, text: string): Generator<Buffer> {
  if (text !== '') yield Buffer.from(text);
  for (let sent = 0; sent < bytes; sent += CHUNK.byteLength) yield CHUNK;
}

function packer(packing: Packing): Transform {
  switch (packing) {
    case 'gzip':
      return createGzip({ level: 1 });
    case 'deflate':
      return createDeflate({ level: 1 });
    case 'br':
      return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  }
}
