/** `--project` of a command that takes it once for each project. */
export const projectsOption = {
  type: 'string',
  array: true,
  // An empty variable in a script must not stand for all projects.
  requiresArg: true,
} as const;

/**
 * How such a command line is read: each `--project` adds one, and what only looks like it (`--no-project`,
 * `--project.x`) is unknown. Read as no project it would mean all of them.
 */
export const projectsParsing = {
  'duplicate-arguments-array': true,
  'boolean-negation': false,
  'dot-notation': false,
} as const;
