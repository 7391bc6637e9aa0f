import { distortAnswer } from '../server/distort-answer.ts';
import { isMetric, itemsOf, withNoiseInUrls, withRows } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { lookAlikePages } from './look-alike-pages.ts';
import { altered, send, worded, written } from './send.ts';

/** Another way to write what is right. */
function readable(name: string, what: string, serve: OfKind['serve']): OfKind {
  return { name, what, answer: 'right', exitCodes: [0], serve };
}

/** Letters in a place that tells nothing of the page: the row stays the row that it is. */
function noise(name: string, what: string, letters: string): OfKind {
  return readable(
    name,
    what,
    altered((answer) => withNoiseInUrls(answer, letters)),
  );
}

/** Bytes, letters and keys that are not what they look like. */
export const encodings: readonly OfKind[] = [
  readable(
    'bom',
    'begins with a byte order mark',
    worded((json) => `\uFEFF${json}`),
  ),
  {
    name: 'utf-16',
    what: 'answers in UTF-16, and says so',
    answer: 'partly',
    exitCodes: [0, 6],
    serve: worded((json) => Buffer.from(`\uFEFF${json}`, 'utf16le'), {
      'content-type': 'application/json; charset=utf-16',
    }),
  },
  readable(
    'wrong-charset',
    'answers in UTF-8, and says that it is ISO 8859-1',
    worded((json) => json, { 'content-type': 'application/json; charset=iso-8859-1' }),
  ),
  readable('invalid-utf-8', 'has bytes in URLs that are no UTF-8', ({ answer, response }) => {
    const [first = '', ...rest] = written(withNoiseInUrls(answer(), '<bytes>')).split('<bytes>');
    const parts = rest.flatMap((part) => [Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(part)]);
    send(response, Buffer.concat([Buffer.from(first), ...parts]));
  }),
  noise('lone-surrogates', 'has halves of letters in URLs', 'a\uD800b\uDC00c'),
  noise('nul', 'has U+0000 in URLs', 'a\u0000b'),
  noise(
    'invisible-letters',
    'has letters in URLs that nobody sees or that turn lines round',
    '\u202Eab\u200B\u2066\u200D\uFEFF\u3164\u{E0041}',
  ),
  noise('terminal-orders', 'has orders to a terminal in URLs', '\u001B[2J\u001B]0;evil\u0007\r\n'),
  noise('masked', 'has *na* in URLs, as masked values are', '*na*'),
  readable(
    'escapes-only',
    'writes every letter as \\uXXXX',
    worded((json) =>
      json.replaceAll(/"((?:[^"\\]|\\.)*)"/g, (_, letters: string) => {
        const text = JSON.parse(`"${letters}"`) as string;
        const escaped = [...Array(text.length).keys()].map(
          (at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`,
        );
        return `"${escaped.join('')}"`;
      }),
    ),
  ),
  readable(
    'keys-in-capitals',
    'writes all keys in capitals',
    altered((answer) => distortAnswer(answer, [{ type: 'key-case', as: 'upper' }])),
  ),
  readable(
    'keys-twice',
    'writes keys twice in an object, the right value last',
    worded((json) =>
      json.replaceAll(
        /"(sessionsCount|totalSessionCount|PageViews|Duration)":/g,
        '"$1":987654321,"$1":',
      ),
    ),
  ),
  readable(
    'prototype-keys',
    'has fields named __proto__, constructor and toString',
    worded((json) =>
      json.replaceAll(
        /\{"(sessionsCount|totalSessionCount|SessionId)"/g,
        '{"__proto__":{"sessionsCount":5,"isAdmin":true},"constructor":{"prototype":{"polluted":1}},"toString":1,"$1"',
      ),
    ),
  ),
  {
    ...readable(
      'prototype-metrics',
      'has metrics named __proto__, constructor and hasOwnProperty',
      altered((answer) => [
        ...['__proto__', 'constructor', 'hasOwnProperty'].map((metricName) => ({
          metricName,
          information: [{ sessionsCount: 3 }],
        })),
        ...itemsOf(answer),
      ]),
    ),
    format: 'insights',
  },
  {
    ...readable(
      'look-alike-pages',
      'has pages whose names only look the same',
      altered((answer) =>
        itemsOf(answer).map((item) => {
          if (!isMetric(item)) return item;
          const [row] = item.information;
          if (row === undefined || !('Url' in row)) return item;
          const copies = lookAlikePages.map((Url) => ({ ...row, Url }));
          return { ...item, information: [...item.information, ...copies] };
        }),
      ),
    ),
    format: 'insights',
  },
  readable(
    'unknown-letters',
    'has an unknown field of letters that are hard to keep',
    altered((answer) =>
      withRows(answer, (row) => ({ ...row, note: ['\u0000', '\uD800', 'é', 'e\u0301'] })),
    ),
  ),
];
