import type { Variables } from '@clarity-keep/environment';
import { writeEnvFile } from './files/env-file.ts';
import { envFileText, variablesOf } from './files/env-file-text.ts';
import { addToGitignore } from './files/git-ignore.ts';
import type { SetUp } from './set-up.ts';

/** What was written, without a secret. */
export interface WrittenSetUp {
  file: string;
  variables: string[];
  tokenExpiresAt: Date | null;
  addedToGitignore: boolean;
  warnings: string[];
}

export interface SetUpPlan {
  setUp: SetUp;
  /** What to do so that `.env` is not committed. */
  gitignore: 'none-needed' | 'add' | 'left-to-user';
}

/** Writes `.env`, after making git ignore it. */
export function writeSetUp(
  { cwd, variables: processVariables }: { cwd: string; variables: Variables },
  { path, plan: { setUp, gitignore } }: { path: string; plan: SetUpPlan },
): WrittenSetUp {
  const variables = variablesOf(setUp);
  const text = envFileText(variables);
  if (gitignore === 'add') addToGitignore(cwd);
  writeEnvFile(path, text);
  return {
    file: path,
    variables: Object.keys(variables),
    tokenExpiresAt: setUp.token.expiresAt,
    addedToGitignore: gitignore === 'add',
    warnings: [
      ...(gitignore === 'left-to-user'
        ? ['Git does not ignore .env here. Add it to .gitignore before you commit.']
        : []),
      ...Object.entries(variables)
        .filter(([name, value]) => (processVariables[name] ?? value) !== value)
        .map(([name]) => `${name} is also set in the environment, which overrides .env.`),
    ],
  };
}
