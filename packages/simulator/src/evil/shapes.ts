import { metricShapes } from './metric-shapes.ts';
import { itemsOf, withRows } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { altered, replied, send, worded } from './send.ts';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** A body of which nothing can be counted. */
function wrong(name: string, what: string, serve: OfKind['serve']): OfKind {
  return { name, what, answer: 'wrong', exitCodes: [6], serve };
}

const body = (text: string) => replied(200, text, JSON_HEADERS);

/** Bodies that are no answer, or another one. */
export const shapes: readonly OfKind[] = [
  wrong('empty-body', 'answers with nothing', body('')),
  wrong('blank-body', 'answers with spaces and line breaks', body(' \r\n\t \n')),
  wrong('empty-list', 'answers []', body('[]')),
  wrong('null', 'answers null', body('null')),
  wrong('a-number', 'answers 12', body('12')),
  wrong('a-list-of-nothing', 'answers [null, 1, "two", []]', body('[null,1,"two",[]]')),
  wrong(
    'login-page',
    'answers with a page to sign in on, and status 200',
    replied(
      200,
      '<!DOCTYPE html><html><title>Sign in</title><body>Sign in to continue</body></html>',
    ),
  ),
  wrong(
    'error-object',
    'answers with an error, and status 200',
    body('{"error":{"code":"TooManyRequests","message":"Exceeded daily limit"}}'),
  ),
  wrong(
    'wrapped',
    'answers with an object around the list',
    altered((answer) => ({ version: 2, data: answer, next: null })),
  ),
  wrong(
    'by-name',
    'answers with an object instead of the list',
    altered((answer) => Object.fromEntries(itemsOf(answer).map((item, index) => [index, item]))),
  ),
  wrong(
    'json-in-json',
    'answers with the list in a string',
    worded((json) => JSON.stringify(json)),
  ),
  wrong(
    'list-in-list',
    'answers with the list in a list',
    altered((answer) => [answer]),
  ),
  wrong(
    'cut-short',
    'leaves out the second half of the text',
    worded((json) => json.slice(0, json.length / 2)),
  ),
  wrong(
    'trailing-text',
    'adds a comment after the list',
    worded((json) => `${json}\n<!-- served by proxy7 -->`),
  ),
  wrong(
    'twice',
    'answers with the list twice',
    worded((json) => json + json),
  ),
  wrong(
    'line-by-line',
    'answers with a line for each item, and no list',
    ({ answer, response }) => {
      send(
        response,
        itemsOf(answer())
          .map((item) => JSON.stringify(item))
          .join('\n'),
      );
    },
  ),
  wrong(
    'trailing-comma',
    'has a comma after the last item',
    worded((json) => `${json.slice(0, -1)},]`),
  ),
  wrong(
    'guarded',
    "begins with )]}'",
    worded((json) => `)]}'\n${json}`),
  ),
  {
    name: 'null-items',
    what: 'has null between the items',
    answer: 'right',
    exitCodes: [0],
    serve: altered((answer) => itemsOf(answer).flatMap((item) => [null, item])),
  },
  {
    name: 'unknown-fields',
    what: 'has fields that nobody knows, with objects in them',
    answer: 'right',
    exitCodes: [0],
    serve: altered((answer) =>
      withRows(answer, (row) => ({ ...row, confidence: 0.9, future: { nested: [1, null] } })),
    ),
  },
  {
    name: 'both-formats',
    what: 'has session records and metrics in one list',
    answer: 'partly',
    exitCodes: [0, 6],
    serve: altered((answer) => [
      ...itemsOf(answer),
      { SessionId: 'stranger', PageUrl: 'https://shop.example.com/', Duration: 9, PageViews: 1 },
      { metricName: 'SmartEvents', information: [{ name: 'Purchase', sessionsCount: 3 }] },
    ]),
  },
  {
    name: 'records-without-ids',
    what: 'has records without SessionId, with null and with an object in its place',
    format: 'sessions',
    answer: 'partly',
    exitCodes: [0],
    serve: altered((answer) =>
      withRows(answer, (row, { index }) => ({
        ...row,
        SessionId:
          index < 3 ? [undefined, null, { id: row['SessionId'] }][index] : row['SessionId'],
      })),
    ),
  },
  {
    name: 'records-twice',
    what: 'has every record twice',
    format: 'sessions',
    answer: 'right',
    exitCodes: [0],
    serve: altered((answer) => [...answer, ...answer]),
  },
  {
    name: 'texts-of-other-kinds',
    what: 'has numbers, lists and objects where texts are',
    format: 'sessions',
    answer: 'partly',
    exitCodes: [0],
    serve: altered((answer) =>
      withRows(answer, (row, { index }) =>
        index < 3 ? { ...row, Browser: ['x'], Country: { name: 'x' }, Referrer: 7 } : row,
      ),
    ),
  },
  ...metricShapes,
];
