/**
 * How a command line is read that may name several projects: each `--project` adds one, and what only looks
 * like it (`--no-project`, `--project.x`) is unknown. Read as no project it would mean all of them.
 */
export const projectsParsing = {
  'duplicate-arguments-array': true,
  'boolean-negation': false,
  'dot-notation': false,
} as const;
