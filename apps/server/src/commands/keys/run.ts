import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { screenOf } from '@clarity-keep/command-line/table';
import { listApiKeys, openDatabase } from '@clarity-keep/db';
import { readVariables } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { parseEnvironment } from '../../env.ts';
import type { KeysOptions } from './command.ts';
import { createKey } from './create-key.ts';
import { revokeKey } from './revoke-key.ts';
import { keysText, listedKey } from './text.ts';

/** Makes, lists or revokes keys. */
export async function runKeys(deps: CliDeps, options: KeysOptions): Promise<ExitCode> {
  const variables = readVariables(deps.cwd, deps.variables);
  const environment = parseEnvironment(variables);
  const db = openDatabase({
    url: environment.DATABASE_URL,
    cwd: deps.cwd,
    // The server makes it as well, so that it can be set up before the first collection.
    mustExist: options.verb !== 'create',
  });
  try {
    switch (options.verb) {
      case 'create':
        createKey(deps, { db, options, projectId: environment.CLARITY_PROJECT_ID });
        break;
      case 'list': {
        const keys = listApiKeys(db).map((key) => listedKey(key, deps.now()));
        const text = options.json
          ? jsonText({ keys })
          : keysText(keys, screenOf(deps.stdout, variables));
        deps.stdout.write(text);
        break;
      }
      case 'revoke':
        revokeKey(deps, { db, options });
        break;
    }
    return exitCodes.done;
  } finally {
    await db.close();
  }
}
