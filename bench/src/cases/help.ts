import type { Benchmark } from '../benchmark.ts';
import { bundles } from '../measure/bundles.ts';
import { runProcess } from '../measure/run-process.ts';
import { sideBySide } from '../measure/side-by-side.ts';

/** How long somebody waits for the list of commands. */
export const help: Benchmark = {
  name: 'help',
  async run({ isQuick, say }) {
    const runs = isQuick ? 5 : 31;
    say(`help: ${runs} times each`);
    const node = async (...args: string[]) =>
      (await runProcess({ command: process.execPath, args })).milliseconds;
    await node(bundles.collector, '--help');
    const { ours, peer } = await sideBySide({
      ours: () => node(bundles.collector, '--help'),
      peer: () => node('-e', '0'),
      runs,
    });
    return [
      {
        what: 'clarity-keep --help',
        ours,
        peer,
        unit: 'ms',
        against: 'node -e 0',
        target: 'under 2.5x its time',
        isMet: peer === null || ours < 2.5 * peer,
      },
    ];
  },
};
