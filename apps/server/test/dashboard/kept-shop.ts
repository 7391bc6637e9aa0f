import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliDeps } from '@clarity-keep/collector';
import { runCli } from '@clarity-keep/collector';
import type { Simulator } from '@clarity-keep/simulator';
import { createDemoSite, startSimulator } from '@clarity-keep/simulator';

const DAY_MS = 86_400_000;
const DAYS = 16;

/** Days before the last: Clarity is down for four, of which two can be healed. */
const OUTAGE = { first: 9, last: 6 };

/** On this day before the last Clarity cuts its lists. */
const CUT = 3;

/** The instant at which the shop is looked at. */
export const NOW = new Date('2026-11-24T06:00:00Z');

export interface KeptShop {
  cwd: string;
  databaseUrl: string;
  /** Aggregates: with a hole, healed days, a cut day and visitors who mean harm. */
  shop: string;
  /** Session records, of few visits: bounces are known, and most pages have not enough data. */
  corner: string;
  /** What `clarity-keep ARGV --json` prints. */
  ask: (...argv: string[]) => Promise<unknown>;
  remove: () => void;
}

interface CollectedShop {
  files: ReadonlyMap<string, Buffer>;
  shop: string;
  corner: string;
}

let collected: Promise<CollectedShop> | undefined;

/** A database as collections over two weeks have left it, of two simulated sites: copied from the first one. */
export async function keepShop(): Promise<KeptShop> {
  collected ??= collectShop();
  const { files, shop, corner } = await collected;
  const cwd = aDirectory();
  for (const [name, content] of files) writeFileSync(join(cwd, name), content, { mode: 0o600 });
  const deps = depsOf(cwd, { now: NOW });
  return {
    cwd,
    databaseUrl: 'file:./clarity.db',
    shop,
    corner,
    ask: (...argv) => printed(argv, deps),
    remove: () => rmSync(cwd, { recursive: true }),
  };
}

async function collectShop(): Promise<CollectedShop> {
  const cwd = aDirectory();
  const clock = { now: NOW };
  const now = () => clock.now.getTime();
  const site = (seed: number, sessionsPerDay: number) =>
    createDemoSite({ seed, today: '2026-11-24', sessionsPerDay, hostile: true });
  await using shop = await startSimulator({ now, site: site(7, 160) });
  await using corner = await startSimulator({ now, site: site(8, 25), format: 'sessions' });
  const deps = depsOf(cwd, clock);
  describeProjects(cwd, { shop, corner });
  const collect = ({ url }: Simulator, projectId: string) =>
    runCli(['collect', '--project', projectId], {
      ...deps,
      variables: { ...deps.variables, ...tokens(shop, corner), CLARITY_API_URL: url },
    });
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
    clock.now = new Date(NOW.getTime() - daysAgo * DAY_MS);
    const isDown = daysAgo <= OUTAGE.first && daysAgo >= OUTAGE.last;
    const repair = isDown ? shop.fault({ type: 'status', status: 500 }, 'always') : null;
    shop.configure({ truncateAt: daysAgo === CUT ? 12 : 1000 });
    await collect(shop, shop.projectId);
    repair?.();
    if (daysAgo < 3) await collect(corner, corner.projectId);
  }
  const files = readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name))] as const);
  rmSync(cwd, { recursive: true });
  return { files: new Map(files), shop: shop.projectId, corner: corner.projectId };
}

function aDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'clarity-keep-dashboard-'));
}

function describeProjects(cwd: string, sites: { shop: Simulator; corner: Simulator }): void {
  const projects = [
    { id: sites.shop.projectId, name: 'Example Shop', tokenVariable: 'CLARITY_API_TOKEN_SHOP' },
    { id: sites.corner.projectId, name: 'Corner Shop', tokenVariable: 'CLARITY_API_TOKEN_CORNER' },
  ];
  writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects }));
}

function tokens(shop: Simulator, corner: Simulator): Record<string, string> {
  return { CLARITY_API_TOKEN_SHOP: shop.token, CLARITY_API_TOKEN_CORNER: corner.token };
}

function depsOf(cwd: string, clock: { now: Date }): CliDeps {
  const silent = { write: () => true };
  return {
    variables: { DATABASE_URL: 'file:./clarity.db' },
    cwd,
    now: () => clock.now,
    fetch: (url, init) => fetch(url, init),
    sleep: () => Promise.resolve(),
    random: () => 0.5,
    stdout: silent,
    stderr: silent,
    program: { node: process.execPath, script: import.meta.filename },
    stopSignal: () => new AbortController().signal,
    openPrompts: () => Promise.resolve(null),
    readStdin: () => Promise.resolve(null),
    streamStdin: () => null,
  };
}

async function printed(argv: readonly string[], deps: CliDeps): Promise<unknown> {
  let text = '';
  const stdout = {
    write: (chunk: string) => {
      text += chunk;
      return true;
    },
  };
  const exitCode = await runCli([...argv, '--json'], { ...deps, stdout });
  if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${text}`);
  return JSON.parse(text);
}
