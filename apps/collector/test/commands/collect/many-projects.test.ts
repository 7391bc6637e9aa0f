import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSignalWeights } from '@clarity-keep/core';
import { loadProject, openDatabase } from '@clarity-keep/db';
import type { Project } from '@clarity-keep/db';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../../../src/run-cli.ts';
import { aCommandLine } from '../../support/a-command-line.ts';
import { aFolder } from '../../support/a-database.ts';
import { someDeps } from '../../support/some-deps.ts';
import type { CommandLine } from '../../support/a-command-line.ts';

const SHOP = { id: 'wxb0r23ozh', name: 'Shop', tokenVariable: 'SHOP_TOKEN' };
const BLOG = { id: 'w6n8ir65ol', tokenVariable: 'BLOG_TOKEN', timeZone: 'Asia/Tokyo' };

/** A command line whose folder describes these projects, and whose Clarity knows both tokens. */
async function aCommandLineWith(
  projects: object[],
  variables: Record<string, string> = {},
): Promise<CommandLine> {
  const simulator = await startSimulator({
    now: () => Date.parse('2026-11-20T05:00:00Z'),
    site: createSite({ seed: 7, sessionsPerDay: 60 }),
    quota: 20,
  });
  onTestFinished(() => simulator.close());
  const commandLine = aCommandLine({
    CLARITY_API_URL: simulator.url,
    SHOP_TOKEN: simulator.token,
    BLOG_TOKEN: simulator.token,
    ...variables,
  });
  describeProjects(commandLine, projects);
  return commandLine;
}

function describeProjects({ folder }: CommandLine, projects: object[]): void {
  writeFileSync(join(folder, 'clarity-keep.json'), JSON.stringify({ projects }));
}

function projectIn({ folder }: CommandLine, id: string): Project | null {
  const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
  onTestFinished(() => db.close());
  return loadProject(db, id);
}

describe('clarity-keep.json', () => {
  it('has all its projects collected, each in its own zone', async () => {
    const commandLine = await aCommandLineWith([SHOP, { ...BLOG, weights: { rageClicks: 9 } }]);
    const { exitCode, stdout } = await commandLine.run('collect', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      projects: [
        { project: SHOP.id, format: 'insights', error: null },
        { project: BLOG.id, format: 'insights', error: null },
      ],
    });
    expect(projectIn(commandLine, SHOP.id)).toMatchObject({
      name: 'Shop',
      timeZone: 'UTC',
      signalWeights: defaultSignalWeights,
    });
    expect(projectIn(commandLine, BLOG.id)).toMatchObject({
      name: BLOG.id,
      timeZone: 'Asia/Tokyo',
      signalWeights: { ...defaultSignalWeights, rageClicks: 9 },
    });
  });

  it('lets no project without a token keep the others from theirs', async () => {
    const commandLine = await aCommandLineWith([BLOG, SHOP], { BLOG_TOKEN: '' });
    const { exitCode, stdout, stderr } = await commandLine.run('collect', '--json');
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`BLOG_TOKEN is not set; it holds the token of project ${BLOG.id}.`);
    expect(JSON.parse(stdout)).toMatchObject({
      projects: [
        { project: BLOG.id, calls: [] },
        { project: SHOP.id, error: null },
      ],
    });
    const text = await commandLine.run('collect');
    expect(text.stdout).toMatch(
      new RegExp(`^${BLOG.id}: not collected\\.\\n\\n${SHOP.id}: nothing to collect`),
    );
  });

  it('is worked on in part with --project, and a mistyped id is answered', async () => {
    const commandLine = await aCommandLineWith([SHOP, BLOG]);
    const { stdout } = await commandLine.run('plan', '--project', BLOG.id, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ projects: [{ project: BLOG.id }] });
    const mistyped = await commandLine.run('collect', '--project', 'wxb0r23ohz');
    expect(mistyped).toMatchObject({ exitCode: 2, stdout: '' });
    expect(mistyped.stderr).toContain('Did you mean wxb0r23ozh (Shop)?');
  });

  it.each([
    ['collect'],
    ['plan'],
    ['status'],
    ['query', 'pages'],
    ['export', 'facts'],
    ['schedule'],
  ])('stops "%s %s" when something is wrong in it, and says what and where', async (...argv) => {
    const commandLine = await aCommandLineWith([{ ...SHOP, timezone: 'UTC' }]);
    const { exitCode, stdout, stderr } = await commandLine.run(...argv.filter(Boolean));
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('projects[0].timezone: Unknown key. Did you mean timeZone?');
  });

  it('says which project a question means when it describes one', async () => {
    const commandLine = await aCommandLineWith([SHOP, BLOG]);
    await commandLine.run('collect');
    const several = await commandLine.run('query', 'devices');
    expect(several.exitCode).toBe(2);
    expect(several.stderr).toContain(`Known projects: ${BLOG.id}, ${SHOP.id} (Shop).`);
    describeProjects(commandLine, [BLOG]);
    const one = await commandLine.run('query', 'devices', '--json');
    expect(JSON.parse(one.stdout)).toMatchObject({ project: BLOG.id });
  });

  it('changes names and weights at the next question, and no time zone', async () => {
    const commandLine = await aCommandLineWith([SHOP]);
    await commandLine.run('collect');
    const weights = { rageClicks: 0, deadClicks: 7 };
    describeProjects(commandLine, [{ ...SHOP, name: 'Store', timeZone: 'Asia/Tokyo', weights }]);
    const { exitCode } = await commandLine.run('query', 'pages');
    expect(exitCode).toBe(0);
    expect(projectIn(commandLine, SHOP.id)).toMatchObject({
      name: 'Store',
      timeZone: 'UTC',
      signalWeights: { ...defaultSignalWeights, ...weights },
    });
  });

  it('leaves weights alone where it is not', async () => {
    const commandLine = await aCommandLineWith([{ ...SHOP, weights: { rageClicks: 9 } }]);
    await commandLine.run('collect');
    const elsewhere = aCommandLine({
      DATABASE_URL: `file:${join(commandLine.folder, 'clarity.db')}`,
      CLARITY_PROJECT_ID: SHOP.id,
    });
    expect((await elsewhere.run('query', 'pages')).exitCode).toBe(0);
    expect(projectIn(commandLine, SHOP.id)?.signalWeights.rageClicks).toBe(9);
  });

  it('has one project that a file is imported into, by name where there are several', async () => {
    const commandLine = await aCommandLineWith([
      SHOP,
      { ...BLOG, urlRules: { dropAllParameters: true } },
    ]);
    const record = { SessionId: 's1', PageUrl: 'https://blog.example/a?b=1', PageViews: 1 };
    writeFileSync(join(commandLine.folder, 'records.json'), JSON.stringify([record]));
    const unsaid = await commandLine.run('import', 'records.json');
    expect(unsaid).toMatchObject({ exitCode: 2, stdout: '' });
    expect(unsaid.stderr).toContain(`Use --project to say which`);
    const said = await commandLine.run('import', 'records.json', '--project', BLOG.id);
    expect(said.exitCode).toBe(0);
    const { stdout } = await commandLine.run('query', 'pages', '--project', BLOG.id, '--json');
    expect(stdout).toContain('"https://blog.example/a"');
  });
});

it('tells whoever runs it how each project went, of which the exit code is only the worst', async () => {
  const folder = aFolder();
  writeFileSync(
    join(folder, 'clarity-keep.json'),
    JSON.stringify({ projects: [SHOP, BLOG, { id: 'aaaaaa0000', tokenVariable: 'NOT_SET' }] }),
  );
  const closed = await startSimulator({ now: () => 0 });
  await closed.close();
  const codes: number[] = [];
  const exitCode = await runCli(
    ['collect'],
    someDeps({
      cwd: folder,
      variables: { CLARITY_API_URL: closed.url, SHOP_TOKEN: 'a', BLOG_TOKEN: 'b' },
      onCollected: (code) => codes.push(code),
    }),
  );
  expect({ exitCode, codes }).toEqual({ exitCode: 5, codes: [5, 5, 2] });
});
