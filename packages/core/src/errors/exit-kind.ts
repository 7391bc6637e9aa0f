/**
 * Why a program could not do its work, when that is no defect of ours. An error that was foreseen carries it as
 * `exitKind`; the command line has an exit code for each.
 *
 * usage: the command line or a question asks for something that cannot be done. configuration: a setting, a file
 * or the database has to be put right first. token-refused, quota-spent, not-understood: what Clarity said.
 * unavailable: Clarity or another server could not be reached, or is failing.
 */
export type ExitKind =
  | 'usage'
  | 'configuration'
  | 'token-refused'
  | 'quota-spent'
  | 'unavailable'
  | 'not-understood';
