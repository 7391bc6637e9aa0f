export type CheckState = 'ok' | 'warning' | 'problem' | 'skipped';

/** What a check found, and what to do about it. */
export interface Verdict {
  state: CheckState;
  message: string;
  /** Null when there is nothing to do. */
  remedy: string | null;
}

/** A verdict under the name of its check, as `doctor --json` prints it. */
export interface CheckResult extends Verdict {
  name: string;
}

export function ok(message: string): Verdict {
  return { state: 'ok', message, remedy: null };
}

/** Works now, but may soon fail or is probably unintended. */
export function warning(message: string, remedy: string): Verdict {
  return { state: 'warning', message, remedy };
}

/** Does not work until a person acts. */
export function problem(message: string, remedy: string): Verdict {
  return { state: 'problem', message, remedy };
}

/** Could not be checked, or need not be. */
export function skipped(message: string): Verdict {
  return { state: 'skipped', message, remedy: null };
}
