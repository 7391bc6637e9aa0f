import { statSync } from 'node:fs';
import type { Check } from '../../check.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, skipped, warning } from '../../verdict.ts';

const OTHERS = 0o077;

/** Whether only its owner can read the file with the secrets. */
export function modeVerdict(path: string, mode: number): Verdict {
  const octal = (mode & 0o777).toString(8).padStart(3, '0');
  if ((mode & OTHERS) === 0) return ok(`Only the owner can read ${path} (mode ${octal}).`);
  return warning(
    `${path} holds secrets, but other users of this machine can read or change it (mode ${octal}).`,
    `chmod 600 ${path}`,
  );
}

export const envFileModeCheck: Check = {
  name: 'env-file-mode',
  run: ({ machine, settings: { dotEnvPath } }) => {
    if (machine.platform === 'win32') return skipped('Windows has no file modes.');
    const file = statSync(dotEnvPath, { throwIfNoEntry: false });
    if (file === undefined) return skipped('No .env file.');
    return modeVerdict(dotEnvPath, file.mode);
  },
};
