import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The programs that tests start are the bundles of these sources. Takes a moment when they are there. */
export function setup(): void {
  const turbo = join(import.meta.dirname, 'node_modules/turbo/bin/turbo');
  const { status } = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--output-logs=errors-only'],
    { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) throw new Error('The programs cannot be built. See "pnpm build".');
}
