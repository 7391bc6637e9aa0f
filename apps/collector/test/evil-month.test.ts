// @module-tag slow
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { addDays } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import type { EvilBehaviour } from '@clarity-keep/simulator';
import { evilBehaviours } from '@clarity-keep/simulator';
import { openReports, previewReport, readReportSettings } from '@clarity-keep/reporting';
import { aRandom } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { factTables } from '@clarity-keep/collection/testing';
import { rows } from './support/a-database.ts';
import type { EvilLife, Hit } from './support/an-evil-life.ts';
import { anEvilLife } from './support/an-evil-life.ts';
import {
  expectNoLies,
  lostDays,
  lostVisits,
  overspentAt,
  textsWith,
} from './support/evil-truth.ts';

const FIRST_DAY = '2026-10-01';
const DAYS = 30;

const formats = ['insights', 'sessions'] as const;

interface Month {
  format: (typeof formats)[number];
  seed: number;
  behaviours: EvilBehaviour[];
}

/** Months in which every behaviour has its day, with each format that it is of. */
const months = formats.flatMap((format): Month[] => {
  const random = aRandom(format.length);
  const all = suffered(format)
    .map((behaviour) => ({ behaviour, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ behaviour }) => behaviour);
  return Array.from({ length: Math.ceil(all.length / DAYS) }, (_, nth) => ({
    format,
    seed: nth + 1,
    behaviours: all.slice(nth * DAYS, (nth + 1) * DAYS),
  }));
});

/** Hundreds of megabytes are for processes of their own. */
function suffered(format: Month['format']): EvilBehaviour[] {
  return evilBehaviours.filter(
    (behaviour) => behaviour.cost !== 'heavy' && (behaviour.format ?? format) === format,
  );
}

describe('the catalogue', () => {
  it('has more than sixty behaviours, each with a name of its own and no defect among its ends', () => {
    const names = evilBehaviours.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(60);
    expect(new Set(names).size).toBe(names.length);
    expect(evilBehaviours.filter(({ exitCodes }) => exitCodes.includes(1))).toEqual([]);
  });
});

describe.each(months)('month $seed of an evil API, $format', ({ format, seed, behaviours }) => {
  it('keeps every day that was answered rightly, and answers every question after it', async () => {
    const life = await anEvilLife({ format, seed, at: at(addDays(FIRST_DAY, -1), 5) });
    const random = aRandom(seed);
    await life.run('collect');
    for (const [index, behaviour] of behaviours.entries()) {
      life.clock.now = new Date(at(addDays(FIRST_DAY, index), 5));
      await liveADay(life, behaviour, random);
    }
    const last = addDays(FIRST_DAY, behaviours.length);
    life.clock.now = new Date(at(last, 5));
    const healthy = await life.run('collect');
    expect(healthy).toMatchObject({ exitCode: 0 });
    await expectAll(life, last);
  });
});

/** A run that meets a behaviour, and on every other day a healthy one an hour later. */
async function liveADay(
  life: EvilLife,
  behaviour: EvilBehaviour,
  random: () => number,
): Promise<void> {
  // Who stalls is met by all calls: no healthy one shall have to be quick.
  const isAll = behaviour.cost === 'stalling' || life.format === 'sessions' || random() < 0.5;
  const hit = isAll ? 'all' : Math.floor(random() * 3);
  await sufferWell(life, behaviour, hit);
  life.clock.now = new Date(life.clock.now.getTime() + 3_600_000);
  if (await healRefusal(life, behaviour)) return;
  if (random() < 0.5) {
    const { exitCode } = await life.run('collect');
    if (exitCode !== 0) {
      life.problems.push(`[${behaviour.name}] the next run ended with ${exitCode}`);
    }
  }
}

async function sufferWell(life: EvilLife, behaviour: EvilBehaviour, hit: Hit): Promise<void> {
  const { exitCode, requests, stderr } = await life.suffer(behaviour, hit);
  const { name } = behaviour;
  if (requests.length === 0) life.problems.push(`[${name}] nothing was asked: ${stderr}`);
  const isMet = requests.some((request) => life.met.has(request));
  const allowed = isMet ? behaviour.exitCodes : [0];
  if (!allowed.includes(exitCode)) {
    life.problems.push(
      `[${name}, call ${hit}] ended with ${exitCode}, not ${allowed.join(' or ')}: ${stderr.slice(0, 500)}`,
    );
  }
}

/** Whoever is told that the token was refused tries it by hand: a refused one is not asked with again. */
async function healRefusal(life: EvilLife, { exitCodes }: EvilBehaviour): Promise<boolean> {
  if (!exitCodes.includes(3)) return false;
  await life.run('doctor', '--live');
  return true;
}

/** One failure hides no other one. */
async function expectAll(life: EvilLife, today: string): Promise<void> {
  const { simulator } = life;
  await askAll(life);
  expect.soft(overspentAt(life)).toEqual([]);
  // The token has followed nobody.
  const paths = new Set(simulator.requests.map(({ path }) => path));
  expect.soft([...paths]).toEqual([new URL(simulator.url).pathname]);
  const db = life.open();
  expect.soft(textsWith(db, simulator.token)).toEqual([]);
  expectBodiesKept(life);
  expect.soft(lostVisits(life, db)).toEqual([]);
  expect.soft(lostDays(life, db)).toEqual([]);
  const before = factLines(db);
  expect.soft(await life.run('reparse')).toMatchObject({ exitCode: 0 });
  const after = factLines(db);
  const changed = [...before, ...after].filter((line) => !before.has(line) || !after.has(line));
  expect.soft(changed.map((line) => line.slice(0, 600)).slice(0, 4)).toEqual([]);
  // What was struck out is not back.
  expect.soft(textsWith(db, simulator.token)).toEqual([]);
  await expectReport(life, today);
  expect.soft(life.problems).toEqual([]);
  expectNoLies(life, db);
}

/** Every row that is made of the archive, as text: there is no -0 in it. */
function factLines(db: Database): Set<string> {
  return new Set(
    Object.entries(factTables(db)).flatMap(([table, held]) =>
      held.map((row) => `${table} ${JSON.stringify(row)}`),
    ),
  );
}

/** Every question and report of the command line. */
async function askAll(life: EvilLife): Promise<void> {
  const days = ['--days', '31', '--json'];
  const questions = [
    ['query', 'pages', ...days],
    ['query', 'page', 'https://shop.example.com/pricing', ...days],
    ['query', 'devices', ...days],
    ['query', 'referrers', ...days],
    ['query', 'sources', ...days],
    ['query', 'trend', ...days],
    ['query', 'coverage', ...days],
    ['query', 'pages', '--days', '31'],
    ['status', '--json'],
    ['status'],
    ['plan'],
    ['doctor', '--integrity'],
    ['export', 'facts'],
  ];
  for (const argv of questions) {
    const { exitCode, stderr } = await life.run(...argv);
    // Who checks is told of what could not be read.
    const allowed = argv[0] === 'doctor' ? [0, 2] : [0];
    if (!allowed.includes(exitCode)) {
      life.problems.push(`${argv.join(' ')} ended with ${exitCode}: ${stderr}`);
    }
  }
}

/** The bodies that came are there, byte by byte. */
function expectBodiesKept(life: EvilLife): void {
  const kept = rows(
    life.open(),
    "SELECT id, body, body_sha256 AS hash FROM api_calls WHERE state = 'answered'",
  );
  const damaged = kept.filter(({ body, hash }) => !Buffer.isBuffer(body) || hashOf(body) !== hash);
  expect.soft(damaged.map(({ id }) => id)).toEqual([]);
  const whole = life.simulator.requests.filter((request) => {
    const behaviour = life.met.get(request);
    return request.status === 200 && (behaviour === undefined || behaviour.kind !== 'transport');
  });
  expect.soft(kept.length).toBeGreaterThanOrEqual(whole.length);
}

function hashOf(body: Buffer): string {
  return createHash('sha256').update(gunzipSync(body)).digest('hex');
}

async function expectReport(life: EvilLife, today: string): Promise<void> {
  const said: string[] = [];
  const now = (): Date => new Date(at(today, 6));
  const variables = { CLARITY_PROJECT_ID: life.simulator.projectId };
  const { db, reports } = await openReports(
    { now, stderr: { write: (text) => said.push(text) } },
    readReportSettings({ cwd: life.folder, variables }),
    {},
  );
  try {
    expect.soft(reports).toHaveLength(1);
    for (const report of reports) {
      const { mail } = await previewReport(db, { ...report, now: now() });
      expect.soft(mail.html).toContain('</html>');
    }
  } finally {
    await db.close();
  }
  expect.soft(said).toEqual([]);
}

function at(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00Z`;
}

const hits: readonly Hit[] = ['all', 0, 1, 2];

describe.each(formats)('each call of a run alone, %s', { tags: ['soak'] }, (of) => {
  it.each(suffered(of).flatMap((behaviour) => hits.map((hit) => ({ ...behaviour, hit }))))(
    '$name, call $hit',
    async ({ hit, ...behaviour }) => {
      const life = await anEvilLife({ format: of, seed: 1, at: at(FIRST_DAY, 5) });
      await sufferWell(life, behaviour, hit);
      life.clock.now = new Date(at(addDays(FIRST_DAY, 1), 5));
      await healRefusal(life, behaviour);
      expect(await life.run('collect')).toMatchObject({ exitCode: 0 });
      expect(life.problems).toEqual([]);
      const db = life.open();
      expect(lostDays(life, db)).toEqual([]);
      expect(lostVisits(life, db)).toEqual([]);
      expectNoLies(life, db);
    },
  );
});
