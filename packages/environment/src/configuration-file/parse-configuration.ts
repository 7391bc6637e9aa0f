import type { Configuration } from '../projects/configuration.ts';
import { ConfigurationError } from '../configuration-error.ts';
import type { ConfigurationFile } from './configuration-file-schema.ts';
import { configurationFileSchema } from './configuration-file-schema.ts';
import { readJson } from './read-json.ts';
import { ruleProblems } from './rule-problems.ts';
import { defaultSchedule } from '../schedule.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * Parses the text of a `clarity-keep.json`.
 *
 * @throws ConfigurationError that lists every problem with its path in the file, and repeats no token
 *   and no address.
 */
export function parseConfiguration(
  text: string,
  {
    path,
    timeZone,
  }: {
    /** The name of the file in messages. */
    path: string;
    /** For projects without a time zone of their own. */
    timeZone: string | undefined;
  },
): Configuration {
  const json = readJson(text.replace(/^\uFEFF/, ''));
  if (json.value === undefined) throw problemsIn(path, json.problems);
  const parsed = configurationFileSchema.safeParse(json.value);
  const problems = [
    ...json.problems,
    ...(parsed.success ? [] : schemaProblems(configurationFileSchema, parsed.error, json.value)),
    ...ruleProblems(json.value),
  ];
  if (parsed.data === undefined || problems.length > 0) throw problemsIn(path, problems);
  return configurationOf(parsed.data, timeZone);
}

function problemsIn(path: string, problems: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    `${path} has problems:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

function configurationOf(
  { projects, schedule, jitterSeconds, digestRecipients }: ConfigurationFile,
  timeZone: string | undefined,
): Configuration {
  return {
    projects: projects.map(({ weights, ...project }) => ({
      ...project,
      name: project.name,
      timeZone: project.timeZone ?? timeZone,
      signalWeights: weights,
      recipients: project.recipients,
    })),
    schedule: {
      ...schedule,
      timeZone: schedule.timeZone ?? timeZone ?? projects[0]?.timeZone ?? defaultSchedule.timeZone,
    },
    jitterSeconds,
    digestRecipients,
  };
}
