import { exitCodes } from './exit-code.ts';
import { strikeOutSecrets } from './secrets/strike-out-secrets.ts';
import { tellError } from './tell-error.ts';

/** Reports uncaught errors like other defects: Node's own message could contain a secret. */
export function tellCrashes(process: Pick<NodeJS.Process, 'on' | 'exit' | 'stderr'>): void {
  process.on('uncaughtException', (error) => void tell(process, error));
}

async function tell(
  { stderr, exit }: Pick<NodeJS.Process, 'exit' | 'stderr'>,
  error: unknown,
): Promise<void> {
  const { text } = await tellError(error);
  stderr.write(`${strikeOutSecrets(text)}\n`);
  exit(exitCodes.defect);
}
