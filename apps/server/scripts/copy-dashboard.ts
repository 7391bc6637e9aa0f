import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts the built dashboard beside the bundle, which is run from anywhere: `dist/dashboard`. */
const app = join(import.meta.dirname, '..');
const copy = join(app, 'dist/dashboard');

await rm(copy, { recursive: true, force: true });
await cp(join(app, '../dashboard/dist'), copy, { recursive: true });
