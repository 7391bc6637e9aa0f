import { roughly } from '@clarity-keep/core';
import { setImmediate } from 'node:timers/promises';
import { QueryError } from '../errors.ts';
import type { WorkLimits } from './work-limits.ts';
import { defaultWorkLimits } from './work-limits.ts';

/** Where all questions of a process wait for their turn. */
export interface QuestionGate {
  readonly limits: WorkLimits;
  /** Begins a request of a client, whose questions share a budget. */
  open(client: string): OpenRequest;
}

/** A request whose answers were not sent yet. */
export interface OpenRequest {
  readonly gate: Pick<QuestionGate, 'limits'> & GateClock;
  /** False once whoever asked has gone. */
  readonly isOpen: boolean;
  /** When it has to be answered, on the gate's clock. */
  readonly deadline: number;
  /** Characters of its answers so far. */
  characters: number;
  /**
   * Takes the cost of a question from the budgets and waits for its turn; call what it gives when done.
   *
   * @throws QueryError when a budget is spent.
   */
  takeTurn(cost: number): Promise<() => void>;
  /** Its answers were sent, or the client is gone. */
  close(): void;
}

/** Time, as a question sees it; a test has another. */
export interface GateClock {
  /** Milliseconds of a clock that only goes forward. */
  clock: () => number;
  /** Lets others be answered. */
  pause: () => Promise<unknown>;
}

/**
 * Questions of one client are worked at one after the other in their order, those of several clients in
 * turns: a client that asks for much waits for itself.
 */
export function questionGate({
  limits = defaultWorkLimits,
  clock = () => performance.now(),
  pause = () => setImmediate(),
}: { limits?: WorkLimits } & Partial<GateClock> = {}): QuestionGate {
  const ledger = workLedger(limits);
  const turns = clientTurns(limits.clientsAtOnce, pause);
  return {
    limits,
    open(client) {
      let spent = 0;
      let isOpen = true;
      return {
        gate: { limits, clock, pause },
        deadline: clock() + limits.milliseconds,
        characters: 0,
        get isOpen() {
          return isOpen;
        },
        async takeTurn(cost) {
          if (!isOpen) throw nobodyWaits();
          if (spent + cost > limits.request) throw requestSpent(limits.request);
          ledger.add(client, cost);
          spent += cost;
          return turns.take(client);
        },
        close() {
          if (isOpen) ledger.remove(client, spent);
          isOpen = false;
        },
      };
    },
  };
}

/** The work of requests that are not answered yet, by client. */
function workLedger(limits: WorkLimits) {
  const ofClients = new Map<string, number>();
  let total = 0;
  return {
    add(client: string, cost: number): void {
      const mine = (ofClients.get(client) ?? 0) + cost;
      if (mine > limits.client) {
        throw new QueryError(
          'too-many-questions',
          'Too many large questions at once. Wait for the answers to those already asked, or ask for fewer days.',
        );
      }
      if (total + cost > limits.everybody) {
        throw new QueryError(
          'busy',
          'The server is busy with other questions. Try again in a minute.',
        );
      }
      ofClients.set(client, mine);
      total += cost;
    },
    remove(client: string, cost: number): void {
      const left = (ofClients.get(client) ?? 0) - cost;
      if (left > 0) ofClients.set(client, left);
      else ofClients.delete(client);
      total -= cost;
    },
  };
}

/** Gives turns: to one question of a client at a time, and to so many clients. */
function clientTurns(clientsAtOnce: number, pause: GateClock['pause']) {
  // In the order in which clients have their turn.
  const waiting = new Map<string, (() => void)[]>();
  const working = new Set<string>();

  const next = (): void => {
    for (const [client, queue] of waiting) {
      if (working.size >= clientsAtOnce) return;
      if (working.has(client)) continue;
      const begin = queue.shift();
      waiting.delete(client);
      if (queue.length > 0) waiting.set(client, queue);
      if (begin === undefined) continue;
      working.add(client);
      begin();
    }
  };

  return {
    async take(client: string): Promise<() => void> {
      await new Promise<void>((begin) => {
        const queue = waiting.get(client);
        if (queue === undefined) waiting.set(client, [begin]);
        else queue.push(begin);
        next();
      });
      // Between any two questions, so that many small ones are no large one.
      await pause();
      return () => {
        working.delete(client);
        next();
      };
    },
  };
}

export function nobodyWaits(): QueryError {
  return new QueryError('cancelled', 'The question was cancelled.');
}

function requestSpent(limit: number): QueryError {
  return new QueryError(
    'too-much-work',
    `The questions of this request would read more than ${roughly(limit)} facts together. Ask them one by one, or for fewer days.`,
  );
}
