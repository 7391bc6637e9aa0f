import { clarityErrorCodes } from '@clarity-keep/clarity';
import type { ClarityErrorCode } from '@clarity-keep/clarity';
import { exitCodes } from '@clarity-keep/command-line';
import type { Fault, SimulatorRequest } from '@clarity-keep/simulator';
import { describe, expect, it } from 'vitest';
import { failurePolicies } from '@clarity-keep/collection';
import { aCollector } from '@clarity-keep/collection/testing';
import { exitCodeOf } from '../../../src/commands/collect/exit-code-of.ts';
import type { CollectorFixture } from '@clarity-keep/collection/testing';
import { rows } from '../../support/a-database.ts';

interface Row {
  code: ClarityErrorCode;
  fault: Fault;
  /** In the ledger, one for each try. */
  states: string[];
  /** Calls that count as spent. */
  spent: number;
  exitCode: number;
  /** Requests that the next run makes once Clarity is well again. */
  next: number;
}

const nothing = { type: 'status', status: 500 } as const;

const table: Row[] = [
  {
    code: 'token-refused',
    fault: { type: 'status', status: 401 },
    states: ['refused'],
    spent: 1,
    exitCode: exitCodes.tokenRefused,
    next: 0,
  },
  {
    code: 'token-refused',
    fault: { type: 'status', status: 403 },
    states: ['refused'],
    spent: 1,
    exitCode: exitCodes.tokenRefused,
    next: 0,
  },
  {
    code: 'quota-spent',
    fault: { type: 'status', status: 429 },
    states: ['limited'],
    spent: 0,
    exitCode: exitCodes.quotaSpent,
    next: 0,
  },
  {
    code: 'request-refused',
    fault: { type: 'status', status: 400 },
    states: ['failed'],
    spent: 1,
    exitCode: exitCodes.unavailable,
    next: 8,
  },
  {
    code: 'unavailable',
    fault: nothing,
    states: ['failed', 'failed'],
    spent: 2,
    exitCode: exitCodes.unavailable,
    next: 7,
  },
  {
    code: 'timeout',
    fault: { type: 'stall' },
    states: ['failed', 'failed'],
    spent: 2,
    exitCode: exitCodes.unavailable,
    next: 7,
  },
  {
    code: 'broken-off',
    fault: { type: 'break-off' },
    states: ['failed', 'failed'],
    spent: 2,
    exitCode: exitCodes.unavailable,
    next: 7,
  },
  {
    code: 'unreadable',
    fault: { type: 'html' },
    states: ['answered', 'answered'],
    spent: 2,
    exitCode: exitCodes.notUnderstood,
    next: 7,
  },
  {
    code: 'unreadable',
    fault: { type: 'empty-body' },
    states: ['answered', 'answered'],
    spent: 2,
    exitCode: exitCodes.notUnderstood,
    next: 7,
  },
  {
    code: 'not-understood',
    fault: { type: 'unknown-object' },
    // A call each for the three daily breakdowns: their bodies are kept, and may be understood one day.
    states: ['answered', 'answered', 'answered'],
    spent: 3,
    exitCode: exitCodes.notUnderstood,
    next: 6,
  },
];

function states({ db }: CollectorFixture): unknown[] {
  return rows(db, 'SELECT state FROM api_calls ORDER BY id').map(({ state }) => state);
}

describe('what a failure does', () => {
  it.each(table)(
    '$code, $fault',
    async ({ code, fault, states: expected, spent, exitCode, next }) => {
      const collector = await aCollector({ timeoutMs: fault.type === 'stall' ? 3_000 : 20_000 });
      const { simulator, collect, db } = collector;
      const repair = simulator.fault(fault, 'always');
      const failed = await collect();
      expect(failed.error?.code).toBe(code);
      expect(exitCodeOf(failed)).toBe(exitCode);
      expect(failed.quota.used).toBe(spent);
      expect(states(collector)).toEqual(expected);
      expect(rows(db, 'SELECT day FROM day_coverage')).toEqual([]);
      repair();
      const asked = simulator.requests.length;
      await collect();
      expect(simulator.requests.length - asked).toBe(next);
    },
  );

  it('says it of every code there is', () => {
    expect(Object.keys(failurePolicies).toSorted()).toEqual(clarityErrorCodes.toSorted());
    const tried = new Set([...table.map(({ code }) => code), 'unreachable', 'too-large']);
    expect([...tried].toSorted()).toEqual(clarityErrorCodes.toSorted());
  });

  it('too-large: nothing is kept, and what is small enough is still asked for', async () => {
    const collector = await aCollector({ maxBytes: 20_000 });
    const failed = await collector.collect();
    expect(failed.error?.code).toBe('too-large');
    expect(exitCodeOf(failed)).toBe(exitCodes.notUnderstood);
    const answers = failed.calls.map(({ dimensions, status }) => `${dimensions.join()} ${status}`);
    expect(answers).toContain(' answered');
    expect(answers.filter((answer) => answer === 'URL,Device failed')).toHaveLength(1);
    expect(rows(collector.db, "SELECT body FROM api_calls WHERE state = 'failed'")).toEqual(
      expect.arrayContaining([{ body: null }]),
    );
  });

  it('unreachable: nobody was asked, so no call is spent, and the next run asks all', async () => {
    const collector = await aCollector();
    const { simulator, collect } = collector;
    await simulator.close();
    const failed = await collect();
    expect(failed).toMatchObject({ error: { code: 'unreachable' }, quota: { used: 0 } });
    expect(failed.calls).toMatchObject([{ status: 'unsent', httpStatus: null }]);
    expect(states(collector)).toEqual(['unsent']);
  });
});

describe('a second try', () => {
  it('is another call, after a pause, and brings what the first did not', async () => {
    const collector = await aCollector();
    const { simulator, collect } = collector;
    simulator.fault({ type: 'status', status: 503 }, 2);
    const collection = await collect();
    expect(collection.error).toBeNull();
    expect(collection.calls.map(({ status }) => status)).toEqual([
      'answered',
      'failed',
      ...Array.from({ length: 8 }, () => 'answered'),
    ]);
    expect(collection.quota.used).toBe(10);
  });

  it('is not made when no call is left for it', async () => {
    const collector = await aCollector();
    const { simulator, collect } = collector;
    for (let day = 0; day < 3; day += 1) await collect(1);
    simulator.fault(nothing, 'always');
    const collection = await collect(1);
    expect(collection.error?.code).toBe('unavailable');
    expect(collection.calls).toHaveLength(1);
    expect(simulator.requests).toHaveLength(10);
  });
});

describe('a breakdown that always fails', () => {
  const pagesByDevice = ({ query }: SimulatorRequest) => query['dimension2'] === 'Device';
  const sources = "SELECT day FROM day_coverage WHERE breakdown = 'source_medium' ORDER BY day";

  it('keeps nothing from the others, and costs a call a run once it is no hiccup', async () => {
    const { simulator, clock, collect, db } = await aCollector({ at: '2026-11-18T05:00:00Z' });
    await collect();
    simulator.fault({ type: 'status', status: 500 }, pagesByDevice);
    for (const day of ['19', '20', '21', '22']) {
      clock.now = new Date(`2026-11-${day}T05:00:00Z`);
      expect((await collect()).error?.code).toBe('unavailable');
      clock.now = new Date(`2026-11-${day}T06:00:00Z`);
      const again = await collect();
      expect(again.calls.filter(({ status }) => status === 'failed')).toHaveLength(1);
    }
    expect(rows(db, sources).map(({ day }) => day)).toEqual(
      ['15', '16', '17', '18', '19', '20', '21'].map((day) => `2026-11-${day}`),
    );
  });
});

describe('what came with an error', () => {
  it('is kept, cut and without being taken for an answer', async () => {
    const { simulator, collect, db } = await aCollector();
    simulator.fault({ type: 'status', status: 429, body: 'Exceeded daily limit' });
    await collect();
    const [row] = rows(db, 'SELECT LENGTH(body) AS size, body_sha256, parsed_at FROM api_calls');
    expect(row).toEqual({
      size: expect.any(Number),
      body_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      parsed_at: null,
    });
  });
});
