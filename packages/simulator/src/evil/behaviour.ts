import type { ServerResponse } from 'node:http';

import type { Metric } from '../answers/metric.ts';
import type { SessionRecord } from '../answers/session-records.ts';

export type EvilKind = 'numbers' | 'sizes' | 'encodings' | 'shapes' | 'transport';

export type Answer = Metric[] | SessionRecord[];

/** One call, and all that is needed to answer it in a way of one's own. */
export type Exchange = {
  /** What a well-behaved API would answer; by other dimensions, if these are given. */
  answer: (dimensions?: readonly string[]) => Answer;
  /** Its socket is at hand too, for what is no HTTP. */
  response: ServerResponse;
  /** Of the request. */
  token: string;
  /** How often this behaviour was met before. */
  met: number;
};

/** One way in which an API can answer that no API should. */
export type EvilBehaviour = {
  /** In kebab-case, for `--evil`. */
  name: string;
  kind: EvilKind;
  /** What it does, as a line of a list. */
  what: string;
  /** Default both. */
  format?: 'insights' | 'sessions';
  /**
   * right: all that is in it is true and can be read, so the day is known. partly: what is stored of it is
   * true; it may be less than all, or nothing. wrong: nothing of it can be counted.
   */
  answer: 'right' | 'partly' | 'wrong';
  /** How a collection may end that meets it in every try of a call. Never 1. */
  exitCodes: readonly number[];
  /** heavy: hundreds of megabytes. stalling: it ends when the caller loses patience. */
  cost?: 'heavy' | 'stalling';
  serve: (exchange: Exchange) => void;
};

/** A behaviour without its kind, which the list it is in says of all. */
export type OfKind = Omit<EvilBehaviour, 'kind'>;
