export {
  AnswerNotUnderstoodError,
  ClarityError,
  clarityErrorCodes,
  clarityExitKinds,
  notUnderstood,
} from './errors.ts';
export type { ClarityErrorCode } from './errors.ts';
export { judgeToken } from './judge-token.ts';
export type { TokenJudgement } from './judge-token.ts';
export { CLARITY_API_URL, DEFAULT_MAX_ANSWER_MB, requestAnswer } from './request-answer.ts';
export type { Fetch } from './request-answer.ts';
export { readToken, tokenFingerprint } from './token.ts';
export type { TokenClaims } from './token.ts';
export { namedDimensions, requestDimensions, requestedBreakdown } from './wire/dimension-names.ts';
export { jsonMembers } from './wire/json-members.ts';
export type { JsonMember } from './wire/json-members.ts';
export { normaliseKey } from './wire/normalise-key.ts';
export { shown } from './wire/doubtful-values.ts';
export { excerpt } from './wire/read-items.ts';
export { asNotUnderstood, PARSER_VERSION, parseAnswer } from './wire/parse-answer.ts';
export type { Answer } from './wire/parse-answer.ts';
export type { SessionRecordsAnswer } from './wire/parse-session-records.ts';
export { splitList } from './wire/split-list.ts';
export { withoutToken } from './wire/without-token.ts';
export { readSessionRecord } from './wire/read-session-record.ts';
