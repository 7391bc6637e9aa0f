import { describe, expect, it } from 'vitest';
import { aDatabase, rows } from '../../support/a-database.ts';
import { aShop } from '../../support/a-shop.ts';

const cart = 'https://shop.example/cart';
const pages = [cart, 'https://shop.example', 'https://shop.example/about'];

describe('clarity-keep annotate <page> <text>', () => {
  it('notes what was done today, however the address of the page is pasted', async () => {
    const { folder, run } = await aShop(pages);
    expect(await run('annotate', `${cart}/?utm_source=x`, ' moved the button ')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `Annotation 1 added: "moved the button" on ${cart}, 2026-11-20. The weekly report will say whether it worked.\n`,
    });
    expect(rows(aDatabase(folder), 'SELECT project_id, page, day, text FROM annotations')).toEqual([
      { project_id: 'wxb0r23ozh', page: cart, day: '2026-11-20', text: 'moved the button' },
    ]);
  });

  it('takes today from where the project is', async () => {
    const { folder, run } = await aShop(pages, { now: new Date('2026-11-20T23:30:00Z') });
    aDatabase(folder).sql.exec("UPDATE projects SET time_zone = 'Pacific/Auckland'");
    const { stdout } = await run('annotate', '/cart', 'moved the button', '--json');
    expect(JSON.parse(stdout)).toEqual({
      project: 'wxb0r23ozh',
      annotation: { id: 1, page: cart, day: '2026-11-21', text: 'moved the button' },
    });
  });

  it('notes the same once', async () => {
    const { run } = await aShop(pages);
    await run('annotate', '/cart', 'moved the button');
    const again = await run('annotate', cart, 'moved the button', '--date', '2026-11-20');
    expect(again.stdout).toContain('Annotation 1 added: ');
    expect(JSON.parse((await run('annotate', '--json')).stdout)).toMatchObject({
      annotations: [{ id: 1 }],
    });
  });

  it('stands with the page that it was done to, on its days', async () => {
    const { run } = await aShop(pages);
    await run('annotate', '/cart', 'moved the <b>button', '--date', '2026-11-19');
    await run('annotate', '/about', 'new words', '--date', '2026-11-19');
    const asked = ['query', 'page', '/cart', '--days', '7'];
    expect(JSON.parse((await run(...asked, '--json')).stdout)).toMatchObject({
      annotations: [{ day: '2026-11-19', text: 'moved the <b>button' }],
    });
    const { stdout } = await run(...asked);
    expect(stdout).toMatch(/day +change\n─+ +─+\n2026-11-19 +moved the <b>button\n/);
    expect(stdout).not.toContain('new words');
  });

  it.each(['2026-11-19', '2025-01-01'])(
    'warns when no day before %s is kept to compare with',
    async (date) => {
      const { run } = await aShop(pages);
      const { exitCode, stderr } = await run('annotate', '/cart', 'moved it', '--date', date);
      expect([exitCode, stderr]).toEqual([
        0,
        `Warning: No pages were collected before 2026-11-19, so there is nothing to compare the days after ${date} with.\n`,
      ]);
    },
  );

  it('refuses a page that is not known, with those that are like it', async () => {
    const { run } = await aShop(pages);
    const { exitCode, stderr } = await run('annotate', '/carts', 'moved the button');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Unknown page "/carts". Did you mean "${cart}"`);
  });

  it.each([
    [['/cart'], 'Say what changed, in quotes after the page'],
    [['/cart', ' '], 'The text must not be empty'],
    [
      ['/cart', 'x', '--date', 'yesterday'],
      '--date must be a day such as 2026-11-16, not "yesterday"',
    ],
    [['/cart', 'x', '--date', '2026-11-21'], '--date must not be after today, 2026-11-20'],
    [['--date', '2026-11-19'], 'No page given'],
    [['/cart', 'x', '--remove', '1'], '--remove takes an annotation ID and nothing else'],
    [['--remove', 'all'], '--remove must be an ID listed by'],
    [['--remove', '7'], 'wxb0r23ozh has no annotation 7'],
    [['/cart', 'moved', 'the button'], 'Unexpected "the button" after'],
  ])('refuses %j and notes nothing', async (argv, message) => {
    const { folder, run } = await aShop(pages);
    const { exitCode, stdout, stderr } = await run('annotate', ...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(rows(aDatabase(folder), 'SELECT * FROM annotations')).toEqual([]);
  });
});

describe('clarity-keep annotate', () => {
  it('lists what was done, the latest first, and forgets one by its id', async () => {
    const { run } = await aShop(pages);
    expect((await run('annotate')).stdout).toBe('wxb0r23ozh has no annotations.\n');
    await run('annotate', '/cart', 'moved the button');
    await run('annotate', '/about', 'new text', '--date', '2026-11-19');
    expect((await run('annotate')).stdout).toBe(
      `id  day         page on shop.example  change
──  ──────────  ────────────────────  ────────────────
 1  2026-11-20  /cart                 moved the button
 2  2026-11-19  /about                new text
`,
    );
    expect((await run('annotate', '--remove', '1')).stdout).toBe(
      `Annotation 1 removed: "moved the button" on ${cart}, 2026-11-20.\n`,
    );
    expect(JSON.parse((await run('annotate', '--json')).stdout)).toEqual({
      project: 'wxb0r23ozh',
      annotations: [
        { id: 2, page: 'https://shop.example/about', day: '2026-11-19', text: 'new text' },
      ],
    });
  });

  it('lets nothing that was typed move the cursor', async () => {
    const hostile = 'https://shop.example/\u202Eevil';
    const { run } = await aShop([hostile, cart]);
    const noted = await run('annotate', hostile, 'a \u202E b');
    const listed = await run('annotate');
    for (const { stdout } of [noted, listed]) {
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});
