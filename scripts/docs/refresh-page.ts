import type { Command, Option } from './commands/describe-program.ts';
import { optionTable } from './commands/option-table.ts';
import { maskVolatile } from './samples/mask-volatile.ts';

/**
 * `<!-- options: clarity-keep mute -->` up to `<!-- end -->`. Several commands with the same options share a
 * table, `a, b`; `a beyond b` leaves out what b takes as well.
 */
const TABLE = /(<!-- options: (.+?) -->\n)[^]*?(\n<!-- end -->)/g;
/** `<!-- sample: shop -->`, or with `, 12 lines` of the output at most, above a block of console. */
const SAMPLE = /(<!-- sample: ([\w-]+)(?:, (\d+) lines)? -->\n+```console\n)([^]*?)(^```$)/gm;

/** `<!-- tool: shop devices_scroll_depth {"days":4} -->` above a block of what the assistant reads. */
const TOOL = /(<!-- tool: ([\w-]+) (\w+) (.+?) -->\n+```\n)([^]*?)(^```$)/gm;

export interface Sources {
  commands: readonly Command[];
  /** What a block of command lines prints in a world, with the lines themselves. */
  runSample: (world: string, block: string) => Promise<string>;
  /** What a tool of the assistants answers in a world. */
  askTool: (world: string, name: string, input: object) => Promise<string>;
}

/** A page with its tables of options and its samples as the programs have them now. */
export async function refreshPage(
  text: string,
  { commands, runSample, askTool }: Sources,
): Promise<string> {
  const withTables = text.replaceAll(
    TABLE,
    (_, start: string, asked: string, end: string) =>
      `${start}\n${optionTable(optionsOf(asked, commands))}${end}`,
  );
  let page = withTables;
  for (const [whole, start = '', world = '', lines, block = '', end = ''] of withTables.matchAll(
    SAMPLE,
  )) {
    const fresh = firstLines(await runSample(world, block), lines);
    if (maskVolatile(fresh) !== maskVolatile(block)) {
      page = page.replace(whole, () => `${start}${fresh}${end}`);
    }
  }
  for (const [whole, start = '', world = '', name = '', input = '', , end = ''] of page.matchAll(
    TOOL,
  )) {
    const fresh = await askTool(world, name, JSON.parse(input) as object);
    page = page.replace(whole, () => `${start}${fresh}\n${end}`);
  }
  return page;
}

function firstLines(text: string, limit: string | undefined): string {
  const lines = text.split('\n');
  const kept = Number(limit ?? Infinity);
  return lines.length - 1 <= kept ? text : `${lines.slice(0, kept).join('\n')}\n...\n`;
}

function optionsOf(asked: string, commands: readonly Command[]): readonly Option[] {
  const find = (name: string) => {
    const command = commands.find((one) => one.name === name);
    if (command === undefined)
      throw new Error(`Unknown command "${name}" above a table of options.`);
    return command.options;
  };
  const [names = '', base] = asked.split(' beyond ');
  const [options = [], ...alike] = names.split(', ').map(find);
  if (alike.some((other) => JSON.stringify(other) !== JSON.stringify(options))) {
    throw new Error(`${names} do not take the same options: give each a table of its own.`);
  }
  const shared = new Set((base === undefined ? [] : find(base)).map(({ name }) => name));
  return options.filter(({ name }) => !shared.has(name));
}
