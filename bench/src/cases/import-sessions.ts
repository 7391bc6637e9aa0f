import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { importAsTutorial, importRecords } from '../data/kept-database.ts';
import { recordFile } from '../data/record-file.ts';
import { removeDatabase } from '../data/remove-database.ts';
import { sideBySide } from '../measure/side-by-side.ts';

/** A file of session records into an empty database, day facts included: the whole process. */
export const importSessions: Benchmark = {
  name: 'import',
  async run({ folder, python, isQuick, say }) {
    const sizes = isQuick
      ? [{ count: 20_000, runs: 1 }]
      : [
          { count: 100_000, runs: 7 },
          { count: 1_000_000, runs: 3 },
        ];
    const results = [];
    for (const { count, runs } of sizes) {
      say(`import: ${count} records, ${runs} times each`);
      const records = await recordFile(folder, { count, days: 30, pages: 500 });
      const intoEmpty = async (name: string, run: (database: string) => Promise<number>) => {
        const database = join(folder, name);
        await removeDatabase(database);
        return run(database);
      };
      const { ours, peer } = await sideBySide({
        ours: () => intoEmpty('import-ours.db', (file) => importRecords(records, file)),
        peer:
          python === null
            ? null
            : () => intoEmpty('import-peer.db', (file) => importAsTutorial(python, records, file)),
        runs,
      });
      results.push({
        what: `import ${count.toLocaleString('en')} session records`,
        ours,
        peer,
        unit: 'ms' as const,
        against: "the tutorial's way: Python sqlite3, row by row",
        target: 'at least as fast',
        isMet: peer === null || ours <= peer,
      });
    }
    return results;
  },
};
