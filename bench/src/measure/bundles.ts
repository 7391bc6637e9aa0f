import { join } from 'node:path';

const apps = join(import.meta.dirname, '../../../apps');

/** What ships, as `pnpm build` makes it. */
export const bundles = {
  collector: join(apps, 'collector/dist/clarity-keep.mjs'),
  server: join(apps, 'server/dist/clarity-keep-server.mjs'),
  weeklyReport: join(apps, 'weekly-report/dist/clarity-keep-report.mjs'),
};

export const peers = join(import.meta.dirname, '../../peers');
