import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { defaultUrlRules } from '@clarity-keep/core';
import {
  acquireLease,
  annotatePage,
  beginSessionBatch,
  claimAlert,
  createApiKey,
  freezeReportIssue,
  mutePage,
  openDatabase,
  rebuildSessionDays,
  reserveCall,
  unsubscribeToken,
  writeInBulk,
} from '../../src/index.ts';
import { aLease } from './a-reserved-call.ts';

/**
 * One of several processes that do the same to the database of a folder at the same time. Prints "ready",
 * waits for a line, and prints what it got as JSON.
 */
const [folder = '.', name = ''] = process.argv.slice(2);
const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdin.destroy();

const now = new Date('2026-11-20T05:00:00Z');
const SESSIONS = 1_000;

function reserve(): string {
  return reserveCall(db, {
    projectId: 'p',
    numOfDays: 1,
    dimensions: [],
    reason: 'newest-day',
    tokenFingerprint: name,
    now,
    lease: aLease,
  }).state;
}

function makeKey(): string {
  try {
    return createApiKey(
      db,
      { name: 'dashboard', projects: null, expiresAt: null },
      { now, randomBytes },
    );
  } catch (error) {
    return error instanceof Error ? String(Reflect.get(error, 'code')) : 'failed';
  }
}

/** Every process imports the same sessions, beginning with another one. */
function importSessions(): Promise<number> {
  return writeInBulk(db, async () => {
    const batch = beginSessionBatch(db, { projectId: 'p', rules: defaultUrlRules, callId: null });
    let inserted = 0;
    const first = name.charCodeAt(0);
    for (let index = 0; index < SESSIONS; index += 1) {
      const id = (index + first * 37) % SESSIONS;
      const isNew = batch.add(
        {
          sessionId: `s${id}`,
          pageUrl: `https://shop.example/${id % 7}`,
          durationSeconds: 10,
          pageViews: 1,
          rageClicks: 0,
          deadClicks: 0,
          scrollDepth: 50,
          referrer: '',
          device: id % 2 === 0 ? 'PC' : 'Mobile',
          browser: 'Edge',
          country: 'Chile',
        },
        '2026-11-19',
      );
      if (isNew) inserted += 1;
      // Others get their turn while the transaction is open.
      if (index % 100 === 0) await new Promise(setImmediate);
    }
    const claim = { state: 'complete' as const, overlapSeconds: 86_400, windowEnd: now };
    rebuildSessionDays(db, {
      projectId: 'p',
      callId: null,
      claims: new Map([['2026-11-19', claim]]),
    });
    return inserted;
  });
}

const got = {
  name,
  reserved: Array.from({ length: 6 }, reserve),
  lease: acquireLease(db, {
    projectId: 'q',
    lease: { ...aLease, holder: name },
    now,
    isAlive: () => true,
  }),
  alert: claimAlert(db, { projectId: 'p', kind: 'token-refused', subject: 'x' }, now),
  token: unsubscribeToken(db, { scope: 'p', recipient: 'anna@shop.example', now }),
  key: makeKey(),
  note: annotatePage(db, {
    projectId: 'p',
    note: { page: '/a', day: '2026-11-19', text: 'made it red' },
    now,
  }).id,
  mute: mutePage(db, { projectId: 'p', mute: { page: '/a', reason: name, untilDay: null }, now }),
  sessions: await importSessions(),
  model: (
    await freezeReportIssue(db, {
      scope: 'p',
      week: '2026-W47',
      model: JSON.stringify(name),
      mail: Buffer.from(name),
      now,
    })
  ).model,
};
process.stdout.write(`${JSON.stringify(got)}\n`);
await db.close();
