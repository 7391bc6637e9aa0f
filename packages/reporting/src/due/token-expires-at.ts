import { readToken } from '@clarity-keep/clarity';
import type { ProjectConfiguration, Variables } from '@clarity-keep/environment';

/**
 * When the token of a project stops working, as far as it says so itself; null when it does not, or is
 * not set where the report is made.
 */
export function tokenExpiresAt(
  project: ProjectConfiguration | undefined,
  variables: Variables,
): Date | null {
  if (project === undefined) return null;
  return readToken(variables[project.tokenVariable] ?? '')?.expiresAt ?? null;
}
