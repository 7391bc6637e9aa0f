import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulator, Site } from '../../../packages/simulator/src/index.ts';
import { createDemoSite, startSimulator } from '../../../packages/simulator/src/index.ts';
import { askTool } from './ask-tool.ts';
import type { Surroundings } from './run-command.ts';
import { runCommand } from './run-command.ts';
import { sampleCommands } from './sample-commands.ts';

/** The morning of all samples, a Tuesday. */
const NOW = new Date('2026-11-24T05:15:00.000Z');
/** What the project is called on all pages. */
const PROJECT = 'wxb0r23ozh';
const DAY_MS = 86_400_000;
/** When the next weekly report is due. */
const MONDAY_AFTER = new Date('2026-11-30T07:30:00.000Z');
const DAYS = 17;
/** Days before `NOW` without a collection: the first of these days is lost, the others can be filled. */
const OUTAGE = { first: 15, last: 13 };

/** What Clarity's own tokens say of themselves; the simulator takes its own token only. */
const TOKEN = ['{"alg":"RS256"}', tokenClaims(), 'signature']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

const MAIL = {
  SMTP_URL: 'smtps://keep:secret@smtp.example.com:465',
  REPORT_FROM: 'Clarity Keep <reports@example.com>',
  REPORT_TO: 'anna@example.com, ben@example.com',
};

/**
 * The places that samples run in; a page names one above each sample. `new` has nothing yet and can call
 * Clarity, `shop` has its history, `gaps` is the shop a week later, without a collection in between, `mail` the shop after its report was sent, `agency` a
 * second project, and `mistakes` a wrong clarity-keep.json.
 */
type World = 'new' | 'shop' | 'gaps' | 'mail' | 'agency' | 'mistakes';

export interface Worlds {
  /** Runs the command lines of a block, one after the other, in a copy of a world. */
  runSample: (world: string, block: string) => Promise<string>;
  /** What a tool of the assistants answers in a copy of a world. */
  askTool: (world: string, name: string, input: object) => Promise<string>;
  close: () => void;
}

/**
 * A shop with three weeks of history, and what can be made of it. Everything in it is made up and always
 * the same: the visits, the clock, and the folder, which is shown as /srv/clarity-keep.
 */
export function openWorlds(): Worlds {
  const folder = mkdtempSync(join(tmpdir(), 'keep-'));
  const site = createDemoSite({ seed: 7, today: '2026-11-24', sessionsPerDay: 300 });
  const history = join(folder, 'history');
  let filled: Promise<void> | undefined;
  let count = 0;
  const visit = async (
    world: string,
    show: (around: Surroundings, simulator: Simulator) => Promise<string>,
  ): Promise<string> => {
    const settle = settlements[world as World];
    if (settle === undefined) {
      throw new Error(`Unknown world "${world}". Known: ${Object.keys(settlements).join(', ')}.`);
    }
    count += 1;
    const cwd = join(folder, `sample-${count}`);
    if (world === 'new') mkdirSync(cwd);
    else {
      filled ??= fillHistory({ cwd: history, site });
      await filled;
      cpSync(history, cwd, { recursive: true });
    }
    const clock = { now: NOW };
    writeFileSync(join(cwd, '.env'), '', { mode: 0o600 });
    return withSimulator({ clock, site }, async (simulator) => {
      const around = surroundings({ cwd, simulator, clock });
      await settle(around);
      return placed(await show(around, simulator), around, simulator);
    });
  };
  return {
    runSample: (world, block) =>
      visit(world, async (around, { projectId }) => {
        let shown = '';
        for (const { line, program, args } of sampleCommands(block)) {
          const real = args.map((word) => (word === PROJECT ? projectId : word));
          shown += `$ ${line}\n${await runCommand({ program, args: real, around })}`;
        }
        return shown;
      }),
    askTool: (world, name, input) => visit(world, (around) => askTool(around, { name, input })),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Collects day by day, and mutes and annotates a page. */
async function fillHistory({ cwd, site }: { cwd: string; site: Site }): Promise<void> {
  mkdirSync(cwd);
  const clock = { now: NOW };
  await withSimulator({ clock, site }, async (simulator) => {
    const around = surroundings({ cwd, simulator, clock });
    const run = (...args: string[]) => runCommand({ program: 'clarity-keep', args, around });
    for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
      if (daysAgo <= OUTAGE.first && daysAgo >= OUTAGE.last) continue;
      clock.now = new Date(NOW.getTime() - daysAgo * DAY_MS);
      await run('collect');
    }
    await run('mute', '/pricing', '--until', 'never', '--reason', 'will be removed');
    await run('annotate', '/products/reading-lamp', 'new gallery script', '--date', '2026-11-18');
  });
}

async function withSimulator<Result>(
  { clock, site }: { clock: { now: Date }; site: Site },
  work: (simulator: Simulator) => Promise<Result>,
): Promise<Result> {
  const simulator = await startSimulator({ now: () => clock.now.getTime(), site });
  try {
    return await work(simulator);
  } finally {
    await simulator.close();
  }
}

function surroundings({
  cwd,
  simulator,
  clock,
}: {
  cwd: string;
  simulator: Simulator;
  clock: { now: Date };
}): Surroundings {
  return {
    cwd,
    clock,
    variables: {
      CLARITY_API_URL: simulator.url,
      CLARITY_API_TOKEN: simulator.token,
      CLARITY_PROJECT_ID: simulator.projectId,
    },
  };
}

/** What each world has that the others have not. */
const settlements: Readonly<Record<World, (around: Surroundings) => void | Promise<void>>> = {
  new: () => undefined,
  shop: beOffline,
  gaps(around) {
    beOffline(around);
    Object.assign(around.variables, MAIL);
    around.clock.now = MONDAY_AFTER;
  },
  async mail(around) {
    beOffline(around);
    Object.assign(around.variables, MAIL);
    await runCommand({ program: 'clarity-keep-report', args: ['send'], around });
  },
  agency({ cwd, variables }) {
    variables['CLARITY_API_TOKEN_BLOG'] = TOKEN;
    writeConfiguration(cwd, [
      { id: variables['CLARITY_PROJECT_ID'], name: 'Shop' },
      { id: 'w6n8ir65ol', name: 'Blog', tokenVariable: 'CLARITY_API_TOKEN_BLOG' },
    ]);
  },
  mistakes({ cwd, variables }) {
    writeConfiguration(cwd, [
      { id: variables['CLARITY_PROJECT_ID'], timezone: 'UTC' },
      { id: 'w6n8ir65ol', extraBreakdowns: ['country'], reserve: 7 },
    ]);
  },
};

/** A shop with a name, a token as Clarity's are, and Clarity's own address, which no sample may call. */
function beOffline({ cwd, variables }: Surroundings): void {
  writeConfiguration(cwd, [{ id: variables['CLARITY_PROJECT_ID'], name: 'Shop' }]);
  variables['CLARITY_API_TOKEN'] = TOKEN;
  delete variables['CLARITY_API_URL'];
}

function writeConfiguration(cwd: string, projects: readonly object[]): void {
  writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects }));
}

function tokenClaims(): string {
  return JSON.stringify({
    iss: 'clarity',
    aud: 'clarity.data-exporter',
    scope: 'Data.Export',
    iat: Date.UTC(2026, 10, 1) / 1_000,
    exp: Date.UTC(2027, 10, 1) / 1_000,
  });
}

/** What was printed, with the names that pages use everywhere. */
function placed(printed: string, { cwd }: Surroundings, { projectId }: Simulator): string {
  return printed
    .replaceAll(cwd, '/srv/clarity-keep')
    .replaceAll(projectId, PROJECT)
    .replaceAll(/[ \t]+$/gm, '');
}
