import { join } from 'node:path';
import { inputProblem } from '@clarity-keep/core';
import type { Variables } from '@clarity-keep/environment';
import { readVariables } from '@clarity-keep/environment';
import type { Environment } from '../../settings/environment.ts';
import { settingsSchema, parseEnvironment } from '../../settings/environment.ts';

export interface SettingsSubject {
  cwd: string;
  dotEnvPath: string;
  /** What `.env` sets, or why it cannot be read. Empty without a file. */
  dotEnv: { variables: Variables } | { error: string };
  /** Of the process and of `.env`. */
  variables: Variables;
  /** The settings, with the default in place of an invalid one. */
  environment: Environment;
  /** What is wrong with each invalid variable, without its value. */
  mistakes: { variable: string; message: string }[];
}

/** Reads the settings one by one, so that every invalid one is reported. */
export function readSettings(cwd: string, processVariables: Variables): SettingsSubject {
  const dotEnv = readDotEnv(cwd);
  const fromFile = 'variables' in dotEnv ? dotEnv.variables : {};
  const variables = { ...fromFile, ...processVariables };
  const mistakes = Object.entries(settingsSchema.shape).flatMap(([variable, schema]) => {
    const value = variables[variable];
    if (value === undefined || value.trim() === '') return [];
    const { error } = schema.safeParse(value);
    if (error === undefined) return [];
    const problems = error.issues.map((issue) =>
      inputProblem(issue, { place: variable, value: null }),
    );
    return [{ variable, message: problems.join(' ') }];
  });
  const wrong = new Set(mistakes.map(({ variable }) => variable));
  const understood = Object.entries(variables).filter(([name]) => !wrong.has(name));
  return {
    cwd,
    dotEnvPath: join(cwd, '.env'),
    dotEnv,
    variables,
    environment: parseEnvironment(Object.fromEntries(understood)),
    mistakes,
  };
}

function readDotEnv(cwd: string): SettingsSubject['dotEnv'] {
  try {
    return { variables: readVariables(cwd, {}) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
