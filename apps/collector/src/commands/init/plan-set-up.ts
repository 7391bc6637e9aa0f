import { CancelledError } from '@clarity-keep/command-line';
import { setUpText } from './text.ts';
import type { AskDeps } from './answers/ask-set-up.ts';
import { askSetUp } from './answers/ask-set-up.ts';
import { isExposedToGit } from './files/git-ignore.ts';
import type { GivenAnswers } from './set-up.ts';
import type { TakeDeps } from './answers/take-set-up.ts';
import { takeSetUp } from './answers/take-set-up.ts';
import type { SetUpPlan } from './write-set-up.ts';

/**
 * Asks for everything, and for confirmation.
 *
 * @throws CancelledError when the user does not confirm.
 */
export async function askPlan(
  deps: AskDeps & { cwd: string },
  given: GivenAnswers,
): Promise<SetUpPlan> {
  const { prompts, say, cwd } = deps;
  const setUp = await askSetUp(deps, given);
  say(setUpText(setUp));
  if (!(await prompts.confirm({ message: 'Write this to .env?', default: true }))) {
    throw new CancelledError('The setup was declined.');
  }
  if (!(await isExposedToGit(cwd))) return { setUp, gitignore: 'none-needed' };
  say('This folder is in a Git repository that does not ignore .env, which contains secrets.');
  const isWanted = await prompts.confirm({ message: 'Add .env to .gitignore?', default: true });
  return { setUp, gitignore: isWanted ? 'add' : 'left-to-user' };
}

/** Uses the given answers, without questions. */
export async function takePlan(
  deps: TakeDeps & { cwd: string },
  answers: { given: GivenAnswers; yes: boolean },
): Promise<SetUpPlan> {
  const setUp = await takeSetUp(deps, answers);
  if (!(await isExposedToGit(deps.cwd))) return { setUp, gitignore: 'none-needed' };
  return { setUp, gitignore: answers.yes ? 'add' : 'left-to-user' };
}
