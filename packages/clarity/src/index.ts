export { AnswerNotUnderstoodError, ClarityError } from './errors.ts';
export type { ClarityErrorCode } from './errors.ts';
export { CLARITY_API_URL, requestAnswer } from './request-answer.ts';
export type { Fetch } from './request-answer.ts';
export { requestDimensions, requestedBreakdown } from './wire/dimension-names.ts';
export { PARSER_VERSION, parseAnswer } from './wire/parse-answer.ts';
export type { Answer } from './wire/parse-answer.ts';
export type { SessionRecordsAnswer } from './wire/parse-session-records.ts';
export { readSessionRecord } from './wire/read-session-record.ts';
