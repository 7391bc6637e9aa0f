import { openDatabase } from '@clarity-keep/db';
import { notifyOfCollection } from '../../src/index.ts';

/** Tells a webhook of a refused token: one of many processes that end their collection at once. */
const [cwd = '.', webhookUrl] = process.argv.slice(2);
const db = openDatabase({ url: 'file:./clarity.db', cwd });
const warnings = await notifyOfCollection(
  { db, fetch: (url, init) => fetch(url, init), now: () => new Date(), webhookUrl },
  {
    project: { id: 'wxb0r23ozh', name: 'Example Shop' },
    token: { fingerprint: 'abc', expiresAt: null },
    error: 'token-refused',
    answered: 0,
    isQuotaUsedElsewhere: false,
    unrecognised: [],
    unreadable: [],
    daysAtRisk: [],
  },
);
console.error(warnings.join('\n'));
await db.close();
