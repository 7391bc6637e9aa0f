import { ConfigurationError } from '../configuration-error.ts';
import type { ProjectConfiguration } from '../projects/project-configuration.ts';
import type { Variables } from '../variables/read-variables.ts';

/**
 * The token of a project, from the variable that its configuration names.
 *
 * @throws ConfigurationError when it is not set or cannot be a token; without its value.
 */
export function tokenOf(
  { id, tokenVariable }: Pick<ProjectConfiguration, 'id' | 'tokenVariable'>,
  variables: Variables,
): string {
  const token = variables[tokenVariable]?.trim() ?? '';
  if (token === '') {
    throw new ConfigurationError(
      `${tokenVariable} is not set; it holds the token of project ${id}. A project admin creates one in Clarity under ` +
        'Settings > Data Export > Generate new API token. Put it in the environment or in .env.',
    );
  }
  const problem = tokenProblem(`${tokenVariable}, the token of project ${id},`, token);
  if (problem !== null) throw new ConfigurationError(problem);
  return token;
}

/** Why a text cannot be a token, without repeating it, or null. */
export function tokenProblem(name: string, token: string): string | null {
  if (/^[\u0021-\u007E]+$/.test(token)) return null;
  return `${name} contains spaces, line breaks or other characters not allowed in a token. Paste it again.`;
}
