// What a program can do when a question is not answered.
//
//     CLARITY_KEEP_URL=http://127.0.0.1:8788 node examples/handle-errors.ts /checkout
import { createClarityKeepClient, isClarityKeepError } from '@clarity-keep/client';

const keep = createClarityKeepClient({
  url: process.env['CLARITY_KEEP_URL'] ?? 'http://127.0.0.1:8788',
  apiKey: process.env['CLARITY_KEEP_KEY'],
});

try {
  const { page, rows } = await keep.pages.detail.query({ page: process.argv[2] ?? '/' });
  console.log(`${page}: ${rows.length} days`);
} catch (error) {
  if (!isClarityKeepError(error)) throw error;
  const { message, data } = error;
  if (data === undefined || data === null) console.log(`The server was not reached: ${message}`);
  else if (data.reason === 'unknown-page') console.log(message);
  else if (data.code === 'UNAUTHORIZED') console.log(`Check CLARITY_KEEP_KEY. ${message}`);
  else if (data.errorId !== undefined) console.log(`Look for ${data.errorId} in the server's log.`);
  else throw error;
}
