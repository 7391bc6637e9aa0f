import { join } from 'node:path';
import type { Database } from '@clarity-keep/db';
import { openDatabase } from '@clarity-keep/db';
import {
  askQuestion,
  devicesScrollDepth,
  pagesFrustration,
  referrersBounceRate,
} from '@clarity-keep/queries';
import type { Benchmark, BenchmarkContext, Result } from '../benchmark.ts';
import { PROJECT, keptDatabase, tutorialDatabase } from '../data/kept-database.ts';
import { peers } from '../measure/bundles.ts';
import { median } from '../measure/median.ts';
import { runProcess } from '../measure/run-process.ts';

const now = new Date('2026-11-23T06:00:00Z');
const FIRST_INSTANT = '2026-11-16T00:00:00';
const DAYS = 30;
const PAGES = 500;

const questions = {
  pages: (context: AskContext) =>
    askQuestion(pagesFrustration, context, { rank: 'signals', days: 7 }),
  devices: (context: AskContext) => askQuestion(devicesScrollDepth, context, { days: DAYS }),
  referrers: (context: AskContext) => askQuestion(referrersBounceRate, context, { days: DAYS }),
};

type QuestionName = keyof typeof questions;
type Times = Record<QuestionName, number>;

interface AskContext {
  db: Database;
  now: Date;
  defaultProject: string;
}

/** The tutorial's three questions, asked within a process that has the database open. */
export const tutorialQuestions: Benchmark = {
  name: 'questions',
  async run(context) {
    const { folder, python, isQuick, isLarge, say } = context;
    const count = isQuick ? 50_000 : 1_000_000;
    const sessions = { count, days: DAYS, pages: PAGES };
    say(`questions: ${count} sessions`);
    const ours = await timesOfOurs(await keptDatabase(folder, sessions), context);
    const peer =
      python === null
        ? null
        : await timesOfPeer(python, await tutorialDatabase(folder, python, sessions), context);
    const results: Result[] = names().map((name) => ({
      what: `${name} over ${count.toLocaleString('en')} sessions`,
      ours: ours[name],
      peer: peer?.[name] ?? null,
      unit: 'ms',
      against: "the tutorial's SQL on its table",
      target: 'at least 20x faster',
      isMet: peer === null || peer[name] >= 20 * ours[name],
    }));
    if (!isLarge) return results;
    say(`questions: ${10 * count} sessions`);
    const large = await keptDatabase(folder, { ...sessions, count: 10 * count });
    const atLarge = await timesOfOurs(large, context);
    return [
      ...results,
      ...names().map((name) => ({
        what: `${name} over ${(10 * count).toLocaleString('en')} sessions`,
        ours: atLarge[name],
        peer: ours[name],
        unit: 'ms' as const,
        against: `ours over ${count.toLocaleString('en')} sessions`,
        target: 'no slower (within 10 %)',
        isMet: atLarge[name] <= 1.1 * ours[name],
      })),
    ];
  },
};

function names(): QuestionName[] {
  return ['pages', 'devices', 'referrers'];
}

async function timesOfOurs(path: string, { isQuick }: BenchmarkContext): Promise<Times> {
  const db = openDatabase({ url: `file:${path}`, cwd: '/', mustExist: true });
  try {
    const context = { db, now, defaultProject: PROJECT };
    const timeOf = async (name: QuestionName) => {
      const times: number[] = [];
      while (times.length < (isQuick ? 5 : 101)) {
        const start = performance.now();
        await questions[name](context);
        times.push(performance.now() - start);
      }
      return median(times);
    };
    return {
      pages: await timeOf('pages'),
      devices: await timeOf('devices'),
      referrers: await timeOf('referrers'),
    };
  } finally {
    await db.close();
  }
}

async function timesOfPeer(
  python: string,
  path: string,
  { isQuick }: BenchmarkContext,
): Promise<Times> {
  const { stdout } = await runProcess({
    command: python,
    args: [join(peers, 'tutorial_questions.py'), path, FIRST_INSTANT, isQuick ? '1' : '5'],
  });
  const answer = JSON.parse(stdout) as Record<QuestionName, { times: number[] }>;
  return {
    pages: median(answer.pages.times),
    devices: median(answer.devices.times),
    referrers: median(answer.referrers.times),
  };
}
