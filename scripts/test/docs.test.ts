import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadPaths } from '../docs/dead-paths.ts';
import { listedCommands } from '../docs/listed-commands.ts';
import { undocumentedVariables } from '../docs/undocumented-variables.ts';

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

describe('listedCommands', () => {
  const help: Record<string, string> = {
    '--help':
      'tool <command>\n\nCommands:\n  tool get [file]  gets\n  tool ask         asks\n' +
      '  tool completion  shell\n\nOptions:\n  tool is no command here\n',
    'ask --help': 'Commands:\n  tool ask pages      ranks,\n                      at length\n',
  };

  it('follows commands into the commands below them', () => {
    const run = (args: readonly string[]) => help[args.join(' ')] ?? 'Options:\n';
    expect(listedCommands('tool', run)).toEqual(['tool get', 'tool ask pages']);
  });

  it.each(['tool <command>', 'tool ask <question>\n\nAsks.'])(
    'fails when it finds no command in the help of %j',
    (usage) => {
      const run = () => `${usage}\n\nKommandos:\n  tool get [file]  gets\n`;
      expect(() => listedCommands('tool', run)).toThrow('tool --help');
    },
  );

  it('is the program alone when it has no commands', () => {
    expect(listedCommands('tool', () => 'Options:\n  --help\n')).toEqual(['tool']);
  });
});
