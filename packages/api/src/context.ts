import type { Database } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import type { TRPCError } from '@trpc/server';

/** A question that was answered, or not. */
export interface AnsweredProcedure {
  /** `pages.frustration`. */
  procedure: string;
  code: 'OK' | TRPCError['code'];
  seconds: number;
}

/** What every procedure is called with. */
export interface ApiContext extends QuestionContext {
  /** Told of each question: for those who count them. */
  onAnswered?: ((answered: AnsweredProcedure) => void) | undefined;
}

export interface ApiDeps extends Pick<
  ApiContext,
  'defaultProject' | 'allowedProjects' | 'onAnswered' | 'outlook' | 'request'
> {
  db: Database;
  now: () => Date;
}

/** The context of one request: its questions share one instant. */
export function createContext({ now, ...deps }: ApiDeps): ApiContext {
  return { ...deps, now: now() };
}
