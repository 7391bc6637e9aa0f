/** One command line of a sample, `$ clarity-keep query pages`. */
export interface SampleCommand {
  /** As the page shows it, without the prompt. */
  line: string;
  program: string;
  args: readonly string[];
}

/** How a checkout runs a program; the page may show either form. */
const FROM_CHECKOUT = /^npm run --silent ([\w-]+)(?: --)?/;

/** The command lines of a block of console output, in their order. */
export function sampleCommands(block: string): SampleCommand[] {
  return block
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))
    .map((line) => {
      const [program = '', ...args] = words(line.replace(FROM_CHECKOUT, '$1'));
      return { line, program, args };
    });
}

/** The words of a command line, with quotes as a shell reads them. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
