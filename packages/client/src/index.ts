export { createClarityKeepClient } from './create-client.ts';
export type { ClarityKeepClient, ClarityKeepClientOptions } from './create-client.ts';
