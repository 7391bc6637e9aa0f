import { describe, expect, it } from 'vitest';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aDatabase, rows } from '../../support/a-database.ts';
import { aShop } from '../../support/a-shop.ts';

const cart = 'https://shop.example/cart';
const pages = [cart, 'https://shop.example', 'https://shop.example/about'];

describe('clarity-keep mute <page>', () => {
  it('keeps a page out of the report for four weeks, however its address is pasted', async () => {
    const { folder, run } = await aShop(pages);
    const muted = await run(
      'mute',
      'https://SHOP.example/cart/?utm_source=x#pay',
      '--reason',
      ' redesign under way ',
    );
    expect(muted).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `${cart} is muted in the weekly report through 2026-12-18: redesign under way\n`,
    });
    expect(rows(aDatabase(folder), 'SELECT project_id, page, until_day FROM mutes')).toEqual([
      { project_id: 'wxb0r23ozh', page: cart, until_day: '2026-12-18' },
    ]);
  });

  it('counts the weeks from the day it is where the project is', async () => {
    const { run } = await aShop(pages, { now: new Date('2026-11-20T23:30:00Z') });
    const { folder, run: inAuckland } = await aShop(pages, {
      now: new Date('2026-11-20T23:30:00Z'),
    });
    aDatabase(folder).sql.exec("UPDATE projects SET time_zone = 'Pacific/Auckland'");
    const argv = ['mute', '/cart', '--reason', 'x', '--weeks', '1', '--json'];
    expect(JSON.parse((await run(...argv)).stdout)).toEqual({
      project: 'wxb0r23ozh',
      mute: { page: cart, reason: 'x', until: '2026-11-27', isInForce: true },
    });
    expect(JSON.parse((await inAuckland(...argv)).stdout)).toMatchObject({
      mute: { until: '2026-11-28' },
    });
  });

  it('changes the reason and the end of a page that is muted already', async () => {
    const { run } = await aShop(pages);
    await run('mute', '/cart', '--reason', 'first', '--until', 'never');
    await run('mute', '/cart', '--reason', 'second', '--until', '2026-11-20');
    expect(JSON.parse((await run('mute', '--json')).stdout)).toEqual({
      project: 'wxb0r23ozh',
      mutes: [{ page: cart, reason: 'second', until: '2026-11-20', isInForce: true }],
    });
  });

  it('refuses a page that is not known, with those that are like it', async () => {
    const { run } = await aShop(pages);
    const { exitCode, stdout, stderr } = await run('mute', '/carts', '--reason', 'x');
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Unknown page "/carts". Did you mean "${cart}"`);
    expect((await run('mute')).stdout).toBe('No pages of wxb0r23ozh are muted.\n');
  });

  it.each([
    [['/cart'], '--reason is missing; the report shows it'],
    [['/cart', '--reason', '  '], '--reason must not be empty.'],
    [['/cart', '--reason', 'x'.repeat(201)], '--reason must have at most 200 characters'],
    [['/cart', '--reason', 'a\nb'], '--reason must be on one line'],
    [
      ['/cart', '--reason', 'x', '--until', 'soon'],
      '--until must be a day such as 2026-12-31, or never, not "soon"',
    ],
    [
      ['/cart', '--reason', 'x', '--until', '2026-11-19'],
      '--until must not be before today, 2026-11-20',
    ],
    [
      ['/cart', '--reason', 'x', '--until', 'never', '--weeks', '2'],
      'Use either --until or --weeks, not both',
    ],
    [['/cart', '--reason', 'x', '--weeks', '0'], 'a whole number from 1 to 520, not 0'],
    [['/cart', '--reason', 'x', '--weeks', 'two'], 'a whole number from 1 to 520. For'],
    [['/cart', '--remove', '--reason', 'x'], '--remove takes no --reason, --until or --weeks'],
    [['--reason', 'x'], 'No page given'],
    [['--remove'], 'No page given'],
    [['/cart', '--reason', 'x', '--project', 'other'], 'Unknown project "other"'],
  ])('refuses %j and mutes nothing', async (argv, message) => {
    const { folder, run } = await aShop(pages);
    const { exitCode, stdout, stderr } = await run('mute', ...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(rows(aDatabase(folder), 'SELECT * FROM mutes')).toEqual([]);
  });

  it('says what to do when there is no database', async () => {
    const { exitCode, stderr } = await aCommandLine().run('mute');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no database');
  });
});

describe('clarity-keep mute <page> --remove', () => {
  it('lets a page be reported on again', async () => {
    const { run } = await aShop(pages);
    await run('mute', '/cart', '--reason', 'x');
    expect(await run('mute', '/cart?gclid=1', '--remove')).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `${cart} is unmuted and will be in the weekly report again.\n`,
    });
    expect((await run('mute')).stdout).toBe('No pages of wxb0r23ozh are muted.\n');
  });

  it('finds a muted page of which nothing is kept any more', async () => {
    const { folder, run } = await aShop(pages);
    await run('mute', '/cart', '--reason', 'x');
    aDatabase(folder).sql.exec("UPDATE mutes SET page = 'https://shop.example/gone'");
    const { stdout } = await run('mute', '/gone', '--remove', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ removed: { page: 'https://shop.example/gone' } });
  });

  it('says so of a page that is not muted', async () => {
    const { run } = await aShop(pages);
    const { exitCode, stderr } = await run('mute', '/cart', '--remove');
    expect(exitCode).toBe(2);
    expect(stderr).toBe(`${cart} is not muted. "clarity-keep mute" lists the muted pages.\n`);
  });
});

describe('clarity-keep mute', () => {
  it('lists list current mutes', async () => {
    const { folder, run } = await aShop(pages);
    await run('mute', '/about', '--reason', 'goes in May', '--until', 'never');
    await run('mute', '/cart', '--reason', 'redesign under way', '--weeks', '2');
    await run('mute', '/', '--reason', 'a campaign', '--until', '2026-11-20');
    aDatabase(folder).sql.exec(
      "UPDATE mutes SET until_day = '2026-11-19' WHERE page LIKE '%example'",
    );
    expect((await run('mute')).stdout).toBe(
      `page on shop.example  muted until       reason
────────────────────  ────────────────  ──────────────────
/                     2026-11-19, over  a campaign
/about                no end            goes in May
/cart                 2026-12-04        redesign under way
`,
    );
  });

  it('fits a narrow screen, and lets nothing that was typed move the cursor', async () => {
    const hostile = `https://shop.example/\u202E${'long-'.repeat(100)}`;
    const { run } = await aShop([hostile, cart], { columns: 60 });
    await run('mute', hostile, '--reason', `a \u202E reason ${'of many words '.repeat(10)}`);
    await run('mute', '/cart', '--reason', 'x');
    const { stdout } = await run('mute');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(4);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
