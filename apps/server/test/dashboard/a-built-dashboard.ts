import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDirectory } from '../support/kept.ts';

export const PAGE = '<!doctype html><script type="module" src="/assets/index-Ab12.js"></script>';
export const SCRIPT = 'document.title = "Clarity Keep";\n'.repeat(50);

/** A folder as the build leaves it, with something beside it that nobody shall see. */
export function aBuiltDashboard(): string {
  const around = aDirectory();
  writeFileSync(join(around, 'secret.txt'), 'hidden');
  const folder = join(around, 'dashboard');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/index-Ab12.js'), SCRIPT);
  return folder;
}
