import type { AppRouter } from '@clarity-keep/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

export { createClarityKeepClient } from './create-client.ts';
export type { ClarityKeepClient, ClarityKeepClientOptions } from './create-client.ts';
export { isClarityKeepError } from './errors.ts';
export type { ClarityKeepError } from './errors.ts';

/** What each question takes, `ClarityKeepInputs['pages']['frustration']`. */
export type ClarityKeepInputs = inferRouterInputs<AppRouter>;

/** What each question answers, `ClarityKeepAnswers['pages']['frustration']`. */
export type ClarityKeepAnswers = inferRouterOutputs<AppRouter>;
