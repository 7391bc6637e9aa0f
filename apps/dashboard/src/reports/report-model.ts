import type { ClarityKeepClient } from '@clarity-keep/client';

type Issue = Awaited<ReturnType<ClarityKeepClient['reports']['get']['query']>>;

/** The model of a report, as the server answers it. */
export type ReportModel = Extract<Issue, { kind: 'report' }>['report'];

/** The model of a digest over all projects. */
export type DigestModel = Extract<Issue, { kind: 'digest' }>['digest'];
