import { spawnSync } from 'node:child_process';

/** The Python interpreter itself, not a wrapper on PATH that costs time of its own; null without one. */
export function findPython(): string | null {
  const found = spawnSync('python3', ['-c', 'import sqlite3, sys; print(sys.executable)'], {
    encoding: 'utf8',
  });
  return found.status === 0 ? found.stdout.trim() : null;
}
