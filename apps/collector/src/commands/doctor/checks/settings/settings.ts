import { settingNames } from '../../../../settings/setting-names.ts';
import type { Check } from '../../check.ts';
import type { SettingsSubject } from '../../settings-subject.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem } from '../../verdict.ts';

/** Names that are shown as set, including the server's. Values are never shown: some are secrets. */
const SHOWN = new Set([
  ...settingNames.collect,
  ...settingNames.report,
  'HOST',
  'PORT',
  'REQUIRE_API_KEY',
  'RATE_LIMIT',
  'CORS_ORIGINS',
  'NO_COLOR',
]);

/** Where the settings come from, and which are set and understood. */
function settingsVerdict(settings: SettingsSubject): Verdict {
  const { cwd, dotEnv, dotEnvPath, mistakes } = settings;
  if ('error' in dotEnv) {
    return problem(dotEnv.error, 'Make it readable for the user who runs Clarity Keep.');
  }
  if (mistakes.length > 0) {
    const list = mistakes.map(({ message }) => message).join(' ');
    return problem(list, 'Correct it in .env or in the environment.');
  }
  const inFile = names(dotEnv.variables);
  const others = names(settings.variables).filter((name) => !inFile.includes(name));
  const sources = [
    inFile.length > 0 ? `${dotEnvPath} sets ${inFile.join(', ')}.` : `No settings in ${cwd}/.env.`,
    others.length > 0 ? `The environment sets ${others.join(', ')}.` : null,
  ];
  return ok(sources.filter((source) => source !== null).join(' '));
}

function names(variables: SettingsSubject['variables']): string[] {
  return Object.entries(variables)
    .filter(
      ([name, value]) =>
        (SHOWN.has(name) || name.startsWith('CLARITY_')) && (value ?? '').trim() !== '',
    )
    .map(([name]) => name)
    .toSorted();
}

export const settingsCheck: Check = {
  name: 'settings',
  run: ({ settings }) => settingsVerdict(settings),
};
