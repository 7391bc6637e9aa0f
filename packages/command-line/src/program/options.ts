/** `--json`, the same for every command. */
export const jsonOption = {
  type: 'boolean',
  default: false,
  describe: 'print the result as JSON',
} as const;

/** `--project` of a command that works on one project. */
export const projectOption = {
  type: 'string',
  requiresArg: true,
  describe: 'project ID or name; needed only when there are several',
} as const;

/** `--week` of a command that works on one week. */
export const weekOption = {
  type: 'string',
  describe: 'ISO week, e.g. 2026-W47; the last complete week by default',
} as const;

/** `--project` of a command that works on every configured project unless told otherwise. */
export const onlyProjectOption = {
  ...projectOption,
  describe: 'only this project (ID or name); all configured projects by default',
} as const;
