/** What is known of the token of Clarity's Data Export, without the token itself. */
export type TokenState =
  | 'unset'
  | 'opaque'
  | 'foreign'
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'refused';

const names: Record<TokenState, string> = {
  unset: 'not set',
  opaque: 'set, contents unknown',
  foreign: 'not a Data Export token',
  valid: 'valid',
  expiring: 'expires soon',
  expired: 'expired',
  refused: 'refused by Clarity',
};

/** "expires soon", "refused by Clarity" */
export function tokenStateName(state: TokenState): string {
  return names[state];
}
