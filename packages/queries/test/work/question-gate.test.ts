import { describe, expect, it } from 'vitest';
import { questionGate } from '../../src/work/question-gate.ts';
import { questionWork } from '../../src/work/question-work.ts';
import { defaultWorkLimits } from '../../src/work/work-limits.ts';

const limits = {
  ...defaultWorkLimits,
  question: 100,
  request: 150,
  client: 200,
  everybody: 300,
  clientsAtOnce: 2,
  milliseconds: 1000,
  rows: 3,
  characters: 200,
};

/** A gate whose clock stands still unless it is moved. */
function aGate() {
  const clock = { ms: 0 };
  return { clock, gate: questionGate({ limits, clock: () => clock.ms }) };
}

/** Runs a question that ends when it is told to. */
function aQuestion(request: Parameters<typeof questionWork>[0], cost = 10) {
  const work = questionWork(request);
  let isBegun = false;
  const begun = work.begin(cost).then(() => (isBegun = true));
  return { work, begun, isBegun: () => isBegun };
}

const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('the gate of questions', () => {
  it('works at one question of a client at a time, in order', async () => {
    const { gate } = aGate();
    const request = gate.open('a');
    const [first, second, third] = [aQuestion(request), aQuestion(request), aQuestion(request)];
    await settled();
    expect([first, second, third].map((one) => one.isBegun())).toEqual([true, false, false]);
    first.work.end();
    await settled();
    expect([second, third].map((one) => one.isBegun())).toEqual([true, false]);
    second.work.end();
    await third.begun;
  });

  it('lets another client in before what one has asked for is done', async () => {
    const { gate } = aGate();
    const greedy = gate.open('greedy');
    const many = Array.from({ length: 10 }, () => aQuestion(greedy));
    const other = aQuestion(gate.open('other'));
    await other.begun;
    expect(many.filter((one) => one.isBegun()).length).toBeLessThan(3);
  });

  it('takes turns among clients that wait', async () => {
    const { gate } = aGate();
    const [a, b, c] = ['a', 'b', 'c'].map((client) => aQuestion(gate.open(client)));
    const again = aQuestion(gate.open('a'));
    await settled();
    expect([a, b, c].map((one) => one?.isBegun())).toEqual([true, true, false]);
    a?.work.end();
    await settled();
    expect([c?.isBegun(), again.isBegun()]).toEqual([true, false]);
  });

  it('refuses a question that costs too much, and says how many days fit', async () => {
    const { gate } = aGate();
    const work = questionWork(gate.open('a'));
    await expect(work.begin(400, { days: 365 })).rejects.toMatchObject({
      code: 'too-much-work',
      message:
        'The question would read about 400 facts in 365 days; one may read 100. About 91 days fit.',
    });
    work.end();
  });

  it('refuses the questions of a request that cost too much together, by cost and not by count', async () => {
    const { gate } = aGate();
    const request = gate.open('a');
    const small = Array.from({ length: 14 }, () => aQuestion(request));
    await expect(questionWork(request).begin(90)).rejects.toMatchObject({ code: 'too-much-work' });
    for (const { begun, work } of small) {
      await begun;
      work.end();
    }
  });

  it('refuses a client with too much unanswered, until it was answered', async () => {
    const { gate } = aGate();
    const first = gate.open('a');
    const [large, next] = [aQuestion(first, 100), aQuestion(gate.open('a'), 80)];
    await large.begun;
    await expect(questionWork(gate.open('a')).begin(50)).rejects.toMatchObject({
      code: 'too-many-questions',
    });
    large.work.end();
    first.close();
    const late = aQuestion(gate.open('a'), 50);
    await next.begun;
    next.work.end();
    await late.begun;
  });

  it('refuses everybody while there is too much for all', async () => {
    const { gate } = aGate();
    const clients = ['a', 'b', 'c'].map((client) => gate.open(client));
    const [first, second, third] = clients.map((request) => aQuestion(request, 100));
    await expect(questionWork(gate.open('d')).begin(50)).rejects.toMatchObject({ code: 'busy' });
    await first?.begun;
    first?.work.end();
    clients[0]?.close();
    await Promise.all([second?.begun, third?.begun]);
    second?.work.end();
    await aQuestion(gate.open('d'), 50).begun;
  });

  it('ends a question between two stretches when its time is over, or nobody waits', async () => {
    const { gate, clock } = aGate();
    const slow = aQuestion(gate.open('a'));
    await slow.begun;
    await slow.work.pause();
    clock.ms = 1001;
    await expect(slow.work.pause()).rejects.toMatchObject({ code: 'too-slow' });
    const request = gate.open('b');
    const left = aQuestion(request);
    await left.begun;
    request.close();
    await expect(left.work.pause()).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('bounds the rows of an answer, and the characters of those of a request', () => {
    const { gate } = aGate();
    const work = questionWork(gate.open('a'));
    expect(() => work.weigh({ rows: [1, 2, 3, 4] })).toThrow('The answer has 4 rows; at most 3');
    work.weigh({ rows: ['x'.repeat(100)] });
    expect(() => work.weigh({ rows: ['x'.repeat(100)] })).toThrow('more than 200 characters');
  });
});
