import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProgram } from './commands/describe-program.ts';
import { programs } from './commands/programs.ts';
import { refreshPage } from './refresh-page.ts';
import { openWorlds } from './samples/open-worlds.ts';

/** A page as it is, and as it has to be. */
export interface Page {
  path: string;
  text: string;
  fresh: string;
}

/** All pages with tables or samples that the programs make. */
export async function freshPages(root: string): Promise<Page[]> {
  const commands = programs.flatMap(describeProgram);
  const { close, ...worlds } = openWorlds();
  try {
    const pages: Page[] = [];
    for (const path of globSync(['README.md', 'docs/*.md'], { cwd: root }).toSorted()) {
      const text = readFileSync(join(root, path), 'utf8');
      pages.push({ path, text, fresh: await refreshPage(text, { commands, ...worlds }) });
    }
    return pages;
  } finally {
    close();
  }
}
