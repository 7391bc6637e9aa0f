import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { Configuration, ProjectConfiguration } from '@clarity-keep/environment';

/** What clarity-keep.json says of the recipients of a scope: a project's, or those of the digest. */
export function configuredFor(
  { projects, digestRecipients }: Pick<Configuration, 'projects' | 'digestRecipients'>,
  scope: string,
): Pick<ProjectConfiguration, 'recipients'> | undefined {
  if (scope === DIGEST_SCOPE) return { recipients: digestRecipients };
  return projects.find(({ id }) => id === scope);
}
