/** Where the exit codes of the programs and the rows of the page's table of them differ. */
export function undocumentedExitCodes(options: {
  codes: readonly number[];
  page: string;
}): string[] {
  const [, section = ''] = options.page.split(/^#+ Exit codes$/m);
  const shown = [...section.matchAll(/^\| *(\d+) *\|/gm)].map(([, code]) => Number(code));
  const missing = options.codes.filter((code) => !shown.includes(code));
  const unknown = shown.filter((code) => !options.codes.includes(code));
  return [
    ...missing.map((code) => `docs/commands.md does not explain exit code ${code}.`),
    ...unknown.map((code) => `docs/commands.md explains exit code ${code}, which does not exist.`),
  ];
}
