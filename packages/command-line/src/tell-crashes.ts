import { exitCodes } from './exit-code.ts';
import { strikeOutSecrets } from './secrets/strike-out-secrets.ts';
import { tellError } from './tell-error.ts';

/** Tells what nobody has caught as other defects are told: Node's own words could hold a secret. */
export function tellCrashes(process: Pick<NodeJS.Process, 'on' | 'exit' | 'stderr'>): void {
  process.on('uncaughtException', (error) => {
    void tellError(error).then(({ text }) => {
      process.stderr.write(`${strikeOutSecrets(text)}\n`);
      process.exit(exitCodes.defect);
    });
  });
}
