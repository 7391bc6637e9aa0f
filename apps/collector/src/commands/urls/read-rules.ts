import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UrlRules } from '@clarity-keep/core';
import { defaultUrlRules, inputProblem, likelyMeant, urlRulesSchema } from '@clarity-keep/core';
import { UsageError } from '@clarity-keep/command-line';
import type * as z from 'zod';

/**
 * URL rules as given on the command line: a JSON object, the path of a JSON file, or `default`.
 *
 * @throws UsageError that names every problem.
 */
export function readRules(given: string, cwd: string): UrlRules {
  if (given.trim() === 'default') return defaultUrlRules;
  const isJson = /^\s*[[{]/.test(given);
  const json = isJson ? given : readRulesFile(given, cwd);
  const rules = urlRulesSchema.safeParse(parseJson(json, isJson ? 'the rules' : given));
  if (rules.success) return rules.data;
  const problems = rules.error.issues.flatMap(problemsOf).map((problem) => `  ${problem}`);
  throw new UsageError(`Invalid URL rules:\n${problems.join('\n')}`);
}

function problemsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(defaultUrlRules);
    return issue.keys.map((key) => {
      const meant = likelyMeant(key, known);
      const hint = meant === null ? `Known rules: ${known.join(', ')}.` : `Did you mean ${meant}?`;
      return `Unknown rule ${key}. ${hint}`;
    });
  }
  const place = issue.path.length === 0 ? 'The rules' : issue.path.join('.');
  return [inputProblem(issue, { place, value: null })];
}

function readRulesFile(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot read URL rules from ${JSON.stringify(path)}: ${reason}. ` +
        `Give a JSON object such as '{"dropAllParameters":true}', a file that contains one, or the word default.`,
      { cause: error },
    );
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Cannot parse ${name} as JSON: ${reason}`, { cause: error });
  }
}
