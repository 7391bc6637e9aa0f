import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aCommandLine } from '../../support/a-command-line.ts';

const CSV = [
  'Session ID,Start time,Entry URL,Browser,Page count',
  's1,2026-11-18 10:00:00,"=HYPERLINK(""https://evil.example"")","\u001b[31mChrome\u202E",1',
  '"\u001b]0;owned\u0007",2026-11-18 10:00:00,/a,Chrome,"\u001b[31m"',
].join('\n');

function aShop(stdin: string | Buffer | null = null) {
  return aCommandLine({ CLARITY_PROJECT_ID: 'shop' }, { stdin });
}

describe('import', () => {
  it.each([
    ['text', CSV],
    ['gzip', gzipSync(CSV)],
  ])('takes standard input: %s', async (_as, stdin) => {
    const { run } = aShop(stdin);
    const { exitCode, stdout } = await run('import', '-', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      read: 2,
      inserted: 1,
      duplicates: 0,
      rejected: 1,
      reasons: ['record 2: Page count cannot be "\\u001b[31m"'],
      facts: { inserted: 5, replaced: 0, unchanged: 0 },
      warnings: [
        'A recordings list holds only the sessions that its filters let through, so 1 day counts as an estimate.',
      ],
    });
  });

  it('prints nothing of what visitors typed that steers a terminal or a spreadsheet', async () => {
    const { run } = aShop(CSV);
    const imported = await run('import', '-');
    const exported = await run('export', 'sessions');
    for (const text of [imported.stdout, imported.stderr, exported.stdout]) {
      // oxlint-disable-next-line no-control-regex -- they must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    }
    expect(exported.stdout).toContain('"\'=HYPERLINK(""https://evil.example"")"');
  });

  it('says that standard input is a terminal', async () => {
    const { exitCode, stderr } = await aShop().run('import', '-');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Standard input is a terminal. Send a file to it');
  });

  it('rejects an unknown time zone before it reads anything', async () => {
    const { exitCode, stderr } = await aShop(CSV).run('import', '-', '--time-zone', 'Berlin');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      '--time-zone must be a time zone such as UTC or Europe/Berlin, not "Berlin".',
    );
  });

  it('ends with 6 when a file has nothing but errors instead of responses', async () => {
    const { folder, run } = aShop();
    const dimensions = { URL: { error: 'Clarity API 429: \u001b[2JExceeded daily limit' } };
    const content = { fetchedAt: '2026-11-19T05:00:00Z', numOfDays: 1, dimensions };
    writeFileSync(join(folder, 'day.json'), JSON.stringify(content, null, 2));
    const { exitCode, stdout, stderr } = await run('import', 'day.json');
    expect(exitCode).toBe(6);
    expect(stdout).toContain('1 read: 0 inserted, 0 already known, 1 rejected.');
    expect(stdout).toMatch(
      /response 1: "URL": an error instead of a response: Clarity API 429: .*Exceeded daily limit/,
    );
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toContain('The file contains nothing to import.');
  });
});
