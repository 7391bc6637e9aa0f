import { describe, expect, it } from 'vitest';
import type { Command } from '../docs/commands/describe-program.ts';
import { refreshPage } from '../docs/refresh-page.ts';

function anOption(name: string, more: Partial<Command['options'][number]> = {}) {
  return {
    name,
    place: null,
    type: 'string' as const,
    choices: null,
    describe: `the ${name}`,
    default: null,
    isRequired: false,
    ...more,
  };
}

const commands: readonly Command[] = [
  { name: 'a list', options: [anOption('json', { type: 'boolean' })] },
  {
    name: 'a show',
    options: [
      anOption('json', { type: 'boolean' }),
      anOption('format', { choices: ['csv', 'json'], default: 'csv' }),
      anOption('url', { place: '<url>', isRequired: true }),
    ],
  },
];

function refreshed(text: string, printed = ''): Promise<string> {
  const askTool = (world: string, name: string, input: object) =>
    Promise.resolve(`${name} in ${world} with ${JSON.stringify(input)}`);
  return refreshPage(text, { commands, runSample: () => Promise.resolve(printed), askTool });
}

describe('a table of options', () => {
  it('has a row for each option: arguments first, --json last', async () => {
    expect(await refreshed('<!-- options: a show -->\n\nold\n\n<!-- end -->\n')).toBe(
      `<!-- options: a show -->

| Option               | What it does             |
| -------------------- | ------------------------ |
| \`<url>\`              | the url (required)       |
| \`--format csv\\|json\` | the format (default csv) |
| \`--json\`             | the json                 |

<!-- end -->
`,
    );
  });

  it('leaves out what another command takes as well', async () => {
    const text = await refreshed('<!-- options: a list beyond a show -->\n\n<!-- end -->\n');
    expect(text).toBe('<!-- options: a list beyond a show -->\n\nNo options.\n\n<!-- end -->\n');
  });

  it.each([
    ['a gone', 'Unknown command "a gone"'],
    ['a list, a show', 'a list, a show do not take the same options'],
  ])('refuses %j', async (asked, problem) => {
    const page = `<!-- options: ${asked} -->\n\n<!-- end -->\n`;
    await expect(refreshed(page)).rejects.toThrow(problem);
  });
});

describe('a sample', () => {
  const page = (printed: string, lines = '') =>
    `<!-- sample: shop${lines} -->\n\n\`\`\`console\n${printed}\`\`\`\n`;

  it('shows what the commands print now', async () => {
    expect(await refreshed(page('$ a list\nold\n'), '$ a list\nnew\n')).toBe(
      page('$ a list\nnew\n'),
    );
  });

  it('stays as it is where only sizes, times and random values differ', async () => {
    const text = page('$ a list\n262.1 kB, in 0.0 s, on Node 24.21.0\n');
    expect(await refreshed(text, '$ a list\n300.2 kB, in 1.2 s, on Node 22.18.0\n')).toBe(text);
  });

  it('ends after so many lines', async () => {
    const printed = '$ a list\none\ntwo\nthree\n';
    expect(await refreshed(page('', ', 2 lines'), printed)).toBe(
      page('$ a list\none\n...\n', ', 2 lines'),
    );
  });
});

describe('the answer of a tool', () => {
  it('is what an assistant reads now', async () => {
    const page = (answer: string) =>
      `<!-- tool: shop pages_frustration {"days":4} -->\n\n\`\`\`\n${answer}\`\`\`\n`;
    expect(await refreshed(page('old\n'))).toBe(
      page('pages_frustration in shop with {"days":4}\n'),
    );
  });
});
