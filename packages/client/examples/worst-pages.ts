// The pages that frustrated people most in the last seven days.
//
//     CLARITY_KEEP_URL=http://127.0.0.1:8788 node examples/worst-pages.ts
import { createClarityKeepClient } from '@clarity-keep/client';

const keep = createClarityKeepClient({
  url: process.env['CLARITY_KEEP_URL'] ?? 'http://127.0.0.1:8788',
  apiKey: process.env['CLARITY_KEEP_KEY'],
});

const { window, coverage, rows } = await keep.pages.frustration.query({ days: 7, limit: 5 });

console.log(`${window.from} to ${window.to}, days missing: ${coverage.missing.length}`);
for (const { rank, page, sessions, signals } of rows) {
  // What cannot be known is null, and a page with too few sessions has no rank.
  const rage = signals.rageClicks.rate;
  const share = rage === null ? 'unknown' : `${(rage * 100).toFixed(1)}%`;
  console.log(`${rank ?? '-'}  ${page}  ${sessions} sessions, ${share} with rage clicks`);
}
