import { planOverflow } from '@clarity-keep/core';
import * as z from 'zod';
import { DEFAULT_TOKEN_VARIABLE } from '../projects/project-configuration.ts';
import type { ProjectFile } from './configuration-file-schema.ts';
import { configurationFileSchema, projectFileSchema } from './configuration-file-schema.ts';

type ValidParts = Partial<ProjectFile>;

/**
 * Problems between parts of a file, one line for each with its path. Looks at all parts that are valid by
 * themselves, so that these problems are reported together.
 */
export function ruleProblems(file: unknown): string[] {
  const projects = validProjects(file);
  const ofProjects = projects.flatMap((project, index) => {
    const problems = [
      ...sharedId(projects, index),
      ...sharedTokenVariable(projects, index),
      ...repeated('extraBreakdowns', project.extraBreakdowns),
      ...repeated('recipients', inLowerCase(project.recipients)),
      ...overfull(project),
    ];
    return problems.map((problem) => `projects[${index}]${problem}`);
  });
  const { data } = withDigestRecipients.safeParse(file);
  const ofDigest = repeated('digestRecipients', inLowerCase(data?.digestRecipients));
  return [...ofDigest.map((problem) => problem.slice(1)), ...ofProjects];
}

function inLowerCase(addresses: readonly string[] | undefined): string[] | undefined {
  return addresses?.map((address) => address.toLowerCase());
}

function sharedId(projects: readonly ValidParts[], index: number): string[] {
  const id = projects[index]?.id;
  const first = projects.findIndex((other) => other.id === id);
  if (id === undefined || first === index) return [];
  return [`.id: projects[${first}] has the same ID, ${id}. Describe each project once.`];
}

function sharedTokenVariable(projects: readonly ValidParts[], index: number): string[] {
  const variable = projects[index]?.tokenVariable;
  const first = projects.findIndex((other) => other.tokenVariable === variable);
  if (variable === undefined || first === index) return [];
  const byDefault = variable === DEFAULT_TOKEN_VARIABLE ? ' (the default)' : '';
  return [
    `.tokenVariable: projects[${first}] also has its token in ${variable}${byDefault}. A token belongs to one project: use a separate variable for each.`,
  ];
}

/** Not with the values: some are addresses. */
function repeated(key: string, values: readonly string[] = []): string[] {
  return values.flatMap((value, index) => {
    const first = values.indexOf(value);
    return first === index ? [] : [`.${key}[${index}]: The same as ${key}[${first}].`];
  });
}

function overfull({ extraBreakdowns, reserve }: ValidParts): string[] {
  if (extraBreakdowns === undefined || reserve === undefined) return [];
  const problem = planOverflow({ extras: [...new Set(extraBreakdowns)], reserve });
  return problem === null ? [] : [`: ${problem}`];
}

const withDigestRecipients = configurationFileSchema.pick({ digestRecipients: true }).loose();

const withProjects = z.looseObject({
  projects: z.array(z.record(z.string(), z.unknown()).catch({})),
});

function validProjects(file: unknown): ValidParts[] {
  const { data } = withProjects.safeParse(file);
  return (data?.projects ?? []).map((project) => {
    const parts = Object.entries(projectFileSchema.shape).flatMap(([key, schema]) => {
      const part = schema.safeParse(project[key]);
      return part.success ? [[key, part.data] as const] : [];
    });
    // Each part is what its own schema gives.
    return Object.fromEntries(parts) as ValidParts;
  });
}
