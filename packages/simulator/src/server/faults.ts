import type { DimensionName } from '../answers/dimensions.ts';

/** What can go wrong with an answer. */
export type Fault =
  /** An error status; the body is empty unless given. */
  | { type: 'status'; status: number; body?: string }
  /** 200 with a login page where the JSON should be. */
  | { type: 'html' }
  /** 200 with no body. */
  | { type: 'empty-body' }
  /** 200 with `[]`. */
  | { type: 'empty-array' }
  /** 200 with a JSON object that is neither format. */
  | { type: 'unknown-object' }
  /** 200 with this very body, such as a recorded one. */
  | { type: 'body'; body: string }
  /** Takes the request and never answers. */
  | { type: 'stall' }
  /** Sends the first half of the body, then destroys the connection. */
  | { type: 'break-off' }
  /** Answers as if this dimension had not been asked for. */
  | { type: 'ignore-dimension'; dimension: DimensionName }
  /** Adds metrics and fields that nobody has heard of. */
  | { type: 'unknown-metrics' }
  /** Writes counts as null or "": those that are zero (default), or all. */
  | { type: 'null-counts'; as: null | ''; which?: 'zeros' | 'all' }
  /** Writes every key in another case. */
  | { type: 'key-case'; as: 'pascal' | 'lower' | 'upper' }
  /** Leaves these metrics out: all but some, or some. */
  | { type: 'missing-metrics'; metrics: readonly string[]; which?: 'these' | 'all-others' }
  /** Leaves every tenth row out of one metric. */
  | { type: 'missing-rows'; metric: string }
  /** Session records only: every tenth record has no SessionId. */
  | { type: 'missing-session-ids' }
  /** Answers as this behaviour of the evil catalogue does. */
  | { type: 'evil'; name: string };

export type SimulatorRequest = {
  /** Epoch milliseconds, by the simulator's clock. */
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  /** What was answered; null while it has not been, or when it never is. */
  status: number | null;
  faults: Fault['type'][];
};

/** Which requests a fault meets: the next one, the nth from now (1 = the next), all, or those that match. */
export type FaultWhen = 'next' | 'always' | number | ((request: SimulatorRequest) => boolean);

/** Holds the faults that are set and hands out those that are due. */
export function createFaultBoard(): {
  set: (fault: Fault, when: FaultWhen) => () => void;
  clear: () => void;
  due: (request: SimulatorRequest) => Fault[];
} {
  type Entry = { fault: Fault; when: FaultWhen; left: number };
  let entries: Entry[] = [];
  return {
    set: (fault, when) => {
      const entry = { fault, when, left: typeof when === 'number' ? when : 1 };
      entries.push(entry);
      return () => {
        entries = entries.filter((other) => other !== entry);
      };
    },
    clear: () => {
      entries = [];
    },
    due: (request) => {
      const due: Fault[] = [];
      const kept: Entry[] = [];
      for (const entry of entries) {
        if (entry.when === 'always' || typeof entry.when === 'function') {
          kept.push(entry);
          if (entry.when === 'always' || entry.when(request)) due.push(entry.fault);
        } else if (entry.left > 1) {
          entry.left -= 1;
          kept.push(entry);
        } else {
          due.push(entry.fault);
        }
      }
      entries = kept;
      return due;
    },
  };
}
