// @module-tag slow
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import type { EvilBehaviour, Simulator } from '@clarity-keep/simulator';
import { createSite, evilBehaviours, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder, rows } from './support/a-database.ts';
import type { MeasuredProcess } from './support/a-measured-process.ts';
import { aMeasuredProcess } from './support/a-measured-process.ts';
import { impoliteOutput } from './support/polite-output.ts';

/**
 * Megabytes beyond those of a run with small answers, of which a program takes 128: the largest answer that Clarity can give fits into 200 in all.
 */
const LEGITIMATE_MB = 72;
/** An answer that is read up to the bound of 64, and what it is read with. */
const REFUSED_MB = 300;

/** What they are packed with makes no difference to what is read. */
const always = new Set(['gzip-600-mb', 'a-text-of-70-mb', 'endless-spaces', 'rows-400000']);

const heavy = evilBehaviours.filter(({ cost }) => cost === 'heavy');
const refused = heavy.filter(({ answer }) => answer !== 'right');
const legitimate = heavy.filter(({ answer }) => answer === 'right');

interface Suffered {
  run: MeasuredProcess;
  /** The ordinary one that comes after it, when Clarity is well again. */
  next: MeasuredProcess;
  problems: string[];
  folder: string;
}

const SITE = { seed: 5, sessionsPerDay: 60 };

function placeOf({ url, token, projectId }: Simulator, cwd: string) {
  const variables = {
    CLARITY_API_URL: url,
    CLARITY_API_TOKEN: token,
    CLARITY_PROJECT_ID: projectId,
  };
  return { cwd, variables };
}

async function suffer(behaviour: EvilBehaviour): Promise<Suffered> {
  const simulator = await startSimulator({
    now: Date.now,
    // What was asked twice shall not leave the next run without calls.
    quota: 100,
    site: createSite(SITE),
  });
  onTestFinished(() => simulator.close());
  const folder = aFolder();
  const options = placeOf(simulator, folder);
  simulator.fault({ type: 'evil', name: behaviour.name }, 'always');
  const run = await aMeasuredProcess(['collect'], options);
  simulator.clearFaults();
  const next = await aMeasuredProcess(['collect'], options);
  const problems = [run, next].flatMap(({ exitCode, ...text }) =>
    impoliteOutput({ exitCode: exitCode ?? 1, ...text }, { token: simulator.token }),
  );
  return { run, next, problems, folder };
}

let usual: Promise<number> | undefined;

/** Megabytes of a collection whose responses are tiny, measured once. */
function usualMegabytes(): Promise<number> {
  usual ??= measureUsual();
  return usual;
}

async function measureUsual(): Promise<number> {
  const simulator = await startSimulator({ now: Date.now, site: createSite(SITE) });
  const folder = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  const run = await aMeasuredProcess(['collect'], placeOf(simulator, folder));
  await simulator.close();
  rmSync(folder, { recursive: true });
  if (run.exitCode !== 0) throw new Error(run.stderr);
  return run.megabytes;
}

describe('an answer that is too large', () => {
  it.each(refused.filter((one) => always.has(one.name)))(
    '$name ends in a message, and the next run works',
    (behaviour) => expectRefusal(behaviour),
  );

  it.each(refused.filter((one) => !always.has(one.name)))(
    '$name does so as well',
    { tags: ['soak'] },
    (behaviour) => expectRefusal(behaviour),
  );

  async function expectRefusal(behaviour: EvilBehaviour): Promise<void> {
    const { run, next, problems } = await suffer(behaviour);
    expect.soft(problems).toEqual([]);
    expect.soft(behaviour.exitCodes).toContain(run.exitCode);
    expect.soft(run.megabytes - (await usualMegabytes())).toBeLessThan(REFUSED_MB);
    expect.soft(next.exitCode).toBe(0);
  }
});

describe('the largest answer that Clarity can give', () => {
  it.each(legitimate)('$name is kept, in little memory', async (behaviour) => {
    const { run, next, problems, folder } = await suffer(behaviour);
    expect.soft(problems).toEqual([]);
    expect.soft([run.exitCode, next.exitCode]).toEqual([0, 0]);
    const db = openDatabase({ url: 'file:./clarity.db', cwd: folder });
    onTestFinished(() => db.close());
    const pages = "SELECT COUNT(*) AS pages FROM segments WHERE breakdown = 'page_device'";
    expect.soft(rows(db, pages)).toEqual([{ pages: 1_000 }]);
    expect.soft(run.megabytes - (await usualMegabytes())).toBeLessThan(LEGITIMATE_MB);
  });
});
