import { ConfigurationError } from '../configuration-error.ts';
import { readConfiguration } from '../configuration-file/read-configuration.ts';

/**
 * The variables that `clarity-keep.json` in the working directory names for tokens. An empty list when the file
 * cannot be read: `readConfiguration` reports what is wrong with it.
 */
export function configuredTokenVariables(cwd: string): string[] {
  try {
    const { projects } = readConfiguration({ cwd, projectId: undefined });
    return projects.map(({ tokenVariable }) => tokenVariable);
  } catch (error) {
    if (error instanceof ConfigurationError) return [];
    throw error;
  }
}
