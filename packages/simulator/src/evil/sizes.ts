import { itemsOf, withNoiseInUrls } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { largestAnswer } from './largest-answer.ts';
import { altered, send, worded, written } from './send.ts';
import { streamed } from './streamed.ts';

const MB = 1024 * 1024;

/** More than anybody needs to read: it ends in a message. */
function tooMuch(name: string, what: string, serve: OfKind['serve']): OfKind {
  return { name, what, answer: 'wrong', exitCodes: [6], cost: 'heavy', serve };
}

/** Much, and right. */
function large(name: string, what: string, serve: OfKind['serve']): OfKind {
  return { name, what, answer: 'right', exitCodes: [0], serve };
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Bodies of sizes that nobody expects. */
export const sizes: readonly OfKind[] = [
  tooMuch(
    'gzip-600-mb',
    'sends little that unpacks to 600 MB',
    streamed({ bytes: 600 * MB, packing: ['gzip'] }),
  ),
  tooMuch(
    'gzip-4-gb',
    'sends little that unpacks to 4 GB',
    streamed({ bytes: 4096 * MB, packing: ['gzip'] }),
  ),
  tooMuch(
    'deflate-600-mb',
    'the same by deflate, 600 MB',
    streamed({ bytes: 600 * MB, packing: ['deflate'] }),
  ),
  tooMuch(
    'brotli-600-mb',
    'the same by Brotli, 600 MB',
    streamed({ bytes: 600 * MB, packing: ['br'] }),
  ),
  tooMuch(
    'gzip-in-gzip',
    'the same packed twice, 600 MB',
    streamed({ bytes: 600 * MB, packing: ['gzip', 'gzip'] }),
  ),
  tooMuch(
    'endless-spaces',
    'sends spaces and never ends',
    streamed({ bytes: Infinity, packing: [] }),
  ),
  tooMuch('a-text-of-70-mb', 'has a text of 70 MB in a right answer', ({ answer, response }) => {
    send(response, JSON.stringify([{ note: 'x'.repeat(70 * MB) }, ...itemsOf(answer())]));
  }),
  {
    name: 'rows-400000',
    what: 'lists 400,000 more rows, in which nothing happened',
    format: 'insights',
    answer: 'partly',
    exitCodes: [0, 6],
    cost: 'heavy',
    serve: altered((answer) =>
      itemsOf(answer).map((item) =>
        item['metricName'] === 'Traffic'
          ? { ...item, information: [...(item['information'] as object[]), ...idleRows()] }
          : item,
      ),
    ),
  },
  {
    ...large(
      'largest-legitimate',
      'has all that Clarity can send: 9 metrics of 1,000 URLs of 2,000 letters',
      altered((answer) => largestAnswer(itemsOf(answer))),
    ),
    format: 'insights',
    cost: 'heavy',
  },
  {
    ...large(
      'metrics-10000',
      'has 10,000 metrics that nobody knows',
      altered((answer) => [
        ...itemsOf(answer),
        ...Array.from({ length: 10_000 }, (_, nth) => ({
          metricName: `Metric${nth.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`,
          information: [],
        })),
      ]),
    ),
    format: 'insights',
  },
  large(
    'a-field-name-of-1-mb',
    'has a field with a name of a million letters',
    // Once in the whole answer, or there would be gigabytes of it.
    worded((json) => json.replace('{"', `{"${'x'.repeat(MB)}":1,"`)),
  ),
  large(
    'urls-of-20-kb',
    'has URLs of 20,000 letters, nearly all of an advertisement',
    altered((answer) => withNoiseInUrls(answer, 'x'.repeat(20_000))),
  ),
  large(
    'deep-field',
    'has an unknown field of 100,000 brackets in each other',
    worded((json) => json.replace('{"', `{"deep":${nested(100_000)},"`)),
  ),
  {
    name: 'brackets-100000',
    what: 'answers with 100,000 brackets in each other',
    answer: 'wrong',
    exitCodes: [6],
    serve: ({ response }) => {
      send(response, nested(100_000));
    },
  },
  {
    name: 'brackets-left-open',
    what: 'answers with a million brackets that nobody closes',
    answer: 'wrong',
    exitCodes: [6],
    serve: ({ response }) => {
      send(response, '['.repeat(1_000_000));
    },
  },
  {
    name: 'objects-in-objects',
    what: 'answers with 100,000 objects in each other',
    answer: 'wrong',
    exitCodes: [6],
    serve: ({ response }) => {
      send(response, `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    },
  },
  large('gzip', 'packs a right answer, which is no evil at all', ({ answer, response }) => {
    streamed({ text: written(answer()), packing: ['gzip'] })({ response });
  }),
  large('brotli-in-gzip', 'packs a right answer twice', ({ answer, response }) => {
    streamed({ text: written(answer()), packing: ['br', 'gzip'] })({ response });
  }),
];

function idleRows(): object[] {
  return Array.from({ length: 400_000 }, (_, nth) => ({
    totalSessionCount: 0,
    totalBotSessionCount: 0,
    Url: `https://shop.example.com/p/${nth}`,
  }));
}
