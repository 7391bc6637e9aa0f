import { withNoiseInUrls } from './alter.ts';
import type { OfKind } from './behaviour.ts';
import { altered, replied, send, worded } from './send.ts';

const YEAR_SECONDS = 365 * 86_400;

function refused(
  name: string,
  what: string,
  exitCode: number | readonly number[],
  serve: OfKind['serve'],
): OfKind {
  const exitCodes = typeof exitCode === 'number' ? [exitCode] : exitCode;
  return { name, what, answer: 'wrong', exitCodes, serve };
}

const page = (title: string) => `<html><head><title>${title}</title></head><body></body></html>`;

/** Statuses other than 200, and headers that mislead. */
export const statuses: readonly OfKind[] = [
  refused('status-204', 'answers 204 No Content', [5, 6], ({ response }) => {
    response.writeHead(204).end();
  }),
  refused('status-206', 'answers 206 with the first half', [5, 6], ({ answer, response }) => {
    const json = JSON.stringify(answer());
    const half = json.slice(0, json.length / 2);
    const range = `bytes 0-${half.length - 1}/${json.length}`;
    send(response, half, { status: 206, headers: { 'content-range': range } });
  }),
  refused('redirect-elsewhere', 'sends the caller to another host', 5, ({ response }) => {
    const port = response.socket?.localPort;
    const location = `http://localhost:${port}/elsewhere?numOfDays=1`;
    send(response, '', { status: 301, headers: { location } });
  }),
  refused('redirect-to-itself', 'sends the caller round in circles', 5, ({ response }) => {
    send(response, '', { status: 302, headers: { location: response.req.url ?? '/' } });
  }),
  refused(
    'redirect-to-login',
    'sends the caller to a page to sign in on',
    5,
    replied(307, page('Sign in'), { location: '/login?returnUrl=%2F' }),
  ),
  refused('status-304', 'answers 304 Not Modified', 5, ({ response }) => {
    response.writeHead(304, { etag: '"1"' }).end();
  }),
  refused('status-400', 'answers 400', 5, replied(400)),
  refused('status-401-once', 'refuses the token once, then answers', 3, (exchange) => {
    if (exchange.met === 0) send(exchange.response, '', { status: 401 });
    else send(exchange.response, JSON.stringify(exchange.answer()));
  }),
  refused(
    'status-403',
    'refuses the token with a page of a firewall',
    3,
    replied(403, page('Blocked')),
  ),
  refused('status-404', 'answers 404 with a page', 5, replied(404, page('Not Found'))),
  refused('status-408', 'answers 408 Request Timeout', 5, replied(408)),
  refused('status-413', 'answers 413 Content Too Large', 5, replied(413)),
  refused(
    'limited-for-a-year',
    'answers 429, and to come back in a year',
    4,
    replied(429, 'Exceeded daily limit', { 'retry-after': String(YEAR_SECONDS) }),
  ),
  refused(
    'limited-before-now',
    'answers 429, and to come back before now',
    4,
    replied(429, 'Exceeded daily limit', { 'retry-after': '-60' }),
  ),
  refused(
    'limited-until-whenever',
    'answers 429, and to come back at no time at all',
    4,
    replied(429, 'Exceeded daily limit', { 'retry-after': 'Caturday, 99 Nov 0000' }),
  ),
  refused(
    'status-500',
    'answers 500 with a stack trace',
    5,
    replied(500, 'System.NullReferenceException:\n   at Clarity.Export()'),
  ),
  refused('status-502', 'answers 502 with a page of a proxy', 5, replied(502, page('Bad Gateway'))),
  refused('status-503', 'answers 503', 5, replied(503, '', { 'retry-after': '90' })),
  refused('status-599', 'answers 599, which nobody knows', 5, replied(599)),
  refused('token-in-error', 'answers 500 with the token in it', 5, ({ response, token }) => {
    send(response, `Bad token: Bearer ${token}`, { status: 500 });
  }),
  refused('token-in-text', 'answers 200 with nothing but the token', 6, ({ response, token }) => {
    send(response, token);
  }),
  {
    name: 'token-in-answer',
    what: 'has the token in URLs, in an unknown field and in a header',
    answer: 'right',
    exitCodes: [0],
    serve: ({ answer, response, token }) => {
      const items = withNoiseInUrls(answer(), token);
      const first = { ...items[0], [token]: token };
      send(response, JSON.stringify([first, ...items.slice(1)]), {
        headers: { 'x-token': token },
      });
    },
  },
  {
    name: 'cookies',
    what: 'sets a hundred cookies',
    answer: 'right',
    exitCodes: [0],
    serve: worded((json) => json, {
      'set-cookie': Array.from({ length: 100 }, (_, nth) => `session${nth}=${'x'.repeat(60)}`),
    }),
  },
  {
    name: 'wrong-type',
    what: 'says that the answer is a picture to be downloaded',
    answer: 'right',
    exitCodes: [0],
    serve: worded((json) => json, {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="../../etc/passwd"',
      'cache-control': 'max-age=31536000',
      refresh: '0; url=https://evil.example/',
    }),
  },
  {
    name: 'early-hints',
    what: 'says 102 and 103 before it answers',
    answer: 'right',
    exitCodes: [0],
    serve: (exchange) => {
      exchange.response.writeProcessing();
      exchange.response.writeEarlyHints({ link: '</evil.css>; rel=preload' });
      altered((answer) => answer)(exchange);
    },
  },
];
