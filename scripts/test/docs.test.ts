import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadPaths } from '../docs/check/dead-paths.ts';
import { undocumentedCommands } from '../docs/check/undocumented-commands.ts';
import { undocumentedExitCodes } from '../docs/check/undocumented-exit-codes.ts';
import { deadAnchors } from '../docs/check/dead-anchors.ts';
import { undocumentedVariables } from '../docs/check/undocumented-variables.ts';

const root = join(import.meta.dirname, '../..');

describe('deadPaths', () => {
  const dead = (document: string, text: string) => deadPaths({ root, document, text });

  it('finds a link to a file that does not exist, seen from the document', () => {
    const text = '[here](../package.json#scripts) and [gone](gone.md), [web](https://a.example/b)';
    expect(dead('docs/guide.md', text)).toEqual(['docs/gone.md']);
  });

  it('finds a path in code whose first part is a folder of the root', () => {
    const text = 'See `packages/core/src/index.ts` and `packages/gone`, not `text/html`.';
    expect(dead('README.md', text)).toEqual(['packages/gone']);
  });

  it('finds a path in a block of code', () => {
    const text = '```\nnode scripts/gone.ts --out=x\nnode scripts/check-docs.ts\n```\n';
    expect(dead('README.md', text)).toEqual(['scripts/gone.ts']);
  });

  it('lets pass what only a run makes, and patterns', () => {
    const text = '`apps/collector/dist/clarity-keep.mjs` `demo/clarity.db` `packages/*/src`';
    expect(dead('README.md', text)).toEqual([]);
  });
});

describe('undocumentedVariables', () => {
  it('says nothing when all three agree', () => {
    const example = 'HOST=127.0.0.1\n# PORT=8788\n';
    const settings = '| `HOST` | address |\nand `PORT`, `NO_COLOR`, `node`';
    expect(undocumentedVariables({ variables: ['HOST', 'PORT'], example, settings })).toEqual([]);
  });

  it('names what is missing on either side', () => {
    const example = 'OLD_NAME=1\n';
    const settings = '| `OLDER_NAME` | gone |\n';
    expect(undocumentedVariables({ variables: ['HOST'], example, settings })).toEqual([
      'HOST is read by an app and missing in .env.example.',
      'OLD_NAME is in .env.example, but no app reads it.',
      'HOST is read by an app and missing in docs/settings.md.',
      'OLDER_NAME is in docs/settings.md, but no app reads it.',
    ]);
  });
});

describe('deadAnchors', () => {
  const dead = (text: string) => deadAnchors({ root, document: 'docs/guide.md', text });

  it('finds a link to a heading that the page does not have', () => {
    const text = '# A guide\n\n## Exit codes, in short\n\n[a](#exit-codes-in-short) [b](#gone)';
    expect(dead(text)).toEqual(['docs/guide.md#gone']);
  });

  it('looks at the headings of other pages, numbered where two are alike', () => {
    const text = '## Two\n\n## Two\n\n[a](#two-1) [b](settings.md#settings) [c](settings.md#gone)';
    expect(dead(text)).toEqual(['docs/settings.md#gone']);
  });

  it('leaves code and other sites alone', () => {
    expect(dead('`[a](#gone)` [b](https://a.example/page.md#gone)')).toEqual([]);
  });
});

describe('undocumentedCommands', () => {
  it('names commands without a table, and tables without a command', () => {
    const page = '<!-- options: a get, a set beyond a get -->\n<!-- options: a gone -->';
    expect(undocumentedCommands({ commands: ['a get', 'a set', 'a new'], page })).toEqual([
      'docs/commands.md has no section for "a new".',
      'docs/commands.md describes "a gone", which does not exist.',
    ]);
  });
});

describe('undocumentedExitCodes', () => {
  it('names codes without a row, and rows without a code', () => {
    const page = '| 5 | a table before |\n\n## Exit codes\n\n| 0 | done |\n| 9 | gone |\n';
    expect(undocumentedExitCodes({ codes: [0, 1], page })).toEqual([
      'docs/commands.md does not explain exit code 1.',
      'docs/commands.md explains exit code 9, which does not exist.',
    ]);
  });
});
