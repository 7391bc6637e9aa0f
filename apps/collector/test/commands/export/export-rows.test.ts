// @module-tag slow
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../src/commands/export/export-format.ts';
import { rowFormat } from '../../../src/commands/export/export-format.ts';
import { exportRows } from '../../../src/commands/export/export-rows.ts';
import type { ExportRow } from '../../../src/commands/export/row-format.ts';
import { aDatabase } from '../../support/a-database.ts';
import { LARGE, largeFacts } from '../../support/large-facts.ts';

/** Far fewer than all, and more than the chunks on their way hold of the shortest rows. */
const FEW = 5000;

describe.each<ExportFormat>(['csv', 'json', 'jsonl'])('an export of many rows as %s', (format) => {
  it('reads no further while its reader waits, and all when it goes on', async () => {
    const source = largeFacts(aDatabase());
    const { rows, read } = counting(source.rows());
    const reader = aSlowReader();
    const exporting = exportRows(
      {
        table: { columns: source.columns, rows },
        format: rowFormat(format, { isTerminal: false }),
        onProgress: () => undefined,
      },
      { stream: reader.stream, end: true },
    );
    for (let pause = 0; pause < 5; pause += 1) {
      const before = read();
      await reader.take();
      await setImmediate();
      expect(read() - before).toBeLessThan(FEW);
    }
    expect(read()).toBeLessThan(5 * FEW);
    reader.takeAll();
    expect(await exporting).toBe(LARGE);
    expect(read()).toBe(LARGE);
    expect(reader.lines()).toBe(LARGE + (format === 'csv' ? 1 : format === 'json' ? 2 : 0));
  });
});

it('says now and then how far it is', async () => {
  const progress: number[] = [];
  const reader = aSlowReader();
  reader.takeAll();
  const rows = Array.from({ length: 2500 }, (_, sessions) => ({ sessions }));
  await exportRows(
    {
      table: { columns: ['sessions'], rows },
      format: rowFormat('jsonl', { isTerminal: false }),
      onProgress: (read) => progress.push(read),
    },
    { stream: reader.stream, end: true },
  );
  expect(progress).toEqual([1000, 2000]);
});

it('lets go of the database when its reader fails', async () => {
  const db = aDatabase();
  const source = largeFacts(db);
  const stream = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
  const exporting = exportRows(
    {
      table: { columns: source.columns, rows: source.rows() },
      format: rowFormat('csv', { isTerminal: false }),
      onProgress: () => undefined,
    },
    { stream, end: false },
  );
  await expect(exporting).rejects.toThrow('gone');
  expect(db.sql.inTransaction).toBe(false);
});

function counting(rows: Iterable<ExportRow>) {
  let count = 0;
  function* counted() {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  }
  return { rows: counted(), read: () => count };
}

/** Takes a chunk only when told to. */
function aSlowReader() {
  let lines = 0;
  let takesAll = false;
  let waiting: (() => void) | undefined;
  let arrived: (() => void) | undefined;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.filter((byte) => byte === 10).length;
      if (takesAll) {
        done();
        return;
      }
      waiting = done;
      arrived?.();
    },
  });
  const next = (): void => {
    const done = waiting;
    waiting = undefined;
    done?.();
  };
  return {
    stream,
    lines: () => lines,
    /** Waits for a chunk, takes it, and leaves the next one waiting. */
    async take(): Promise<void> {
      if (waiting === undefined) await new Promise<void>((resolve) => (arrived = resolve));
      next();
    },
    takeAll(): void {
      takesAll = true;
      next();
    },
  };
}
