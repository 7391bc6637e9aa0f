import { defaultUrlRules } from '@clarity-keep/core';
import {
  beginSessionBatch,
  openDatabase,
  rebuildSessionDays,
  writeInBulk,
} from '../../src/index.ts';

/** Imports sessions into the database of a folder, rebuilds their day, and waits, all in one transaction. */
const db = openDatabase({ url: 'file:./clarity.db', cwd: process.argv[2] ?? '.' });
await writeInBulk(db, async () => {
  const batch = beginSessionBatch(db, { projectId: 'p', rules: defaultUrlRules, callId: null });
  for (let index = 0; index < 5_000; index += 1) {
    batch.add(
      {
        sessionId: `s${index}`,
        pageUrl: `https://shop.example/${index}`,
        durationSeconds: 10,
        pageViews: 1,
        rageClicks: 0,
        deadClicks: 0,
        scrollDepth: 50,
        referrer: '',
        device: 'PC',
        browser: 'Edge',
        country: 'Chile',
      },
      '2026-11-19',
    );
  }
  const claim = { state: 'complete' as const, overlapSeconds: 86_400, windowEnd: new Date() };
  rebuildSessionDays(db, {
    projectId: 'p',
    callId: null,
    claims: new Map([['2026-11-19', claim]]),
  });
  // Some of it may be in the file by now; none of it counts.
  process.stdout.write('importing\n');
  await new Promise((resolve) => {
    process.stdin.on('end', resolve);
    process.stdin.resume();
  });
});
await db.close();
