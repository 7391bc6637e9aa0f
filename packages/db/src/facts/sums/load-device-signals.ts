import type { Day, SignalSums } from '@clarity-keep/core';
import type { Database } from '../../file/open-database.ts';
import { daysOfRange, ofPage } from './fact-range.ts';
import { readSums } from './read-sums.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

function sqlOf(columns: readonly string[]): string {
  return `WITH RECURSIVE ${daysOfRange}
    SELECT p.device, f.day, ${columns.join(', ')} FROM ${ofPage} GROUP BY p.device, f.day`;
}

/** The signals of one page, per device and day. A day without facts is absent. */
export function loadDeviceSignals(
  db: Database,
  range: { projectId: string; page: string; from: Day; to: Day },
): Map<string, Map<Day, SignalSums>> {
  const rows = readSums<[string, Day, ...(number | null)[]]>(
    db,
    { columns: signalColumns, sqlOf },
    { ...range, breakdown: 'page_device' },
  );
  const devices = new Map<string, Map<Day, SignalSums>>();
  for (const row of rows) {
    const [device, day] = row;
    const days = devices.get(device) ?? new Map<Day, SignalSums>();
    const sums = signalSumsAt(row, 2, 1);
    if (sums !== null) devices.set(device, days.set(day, sums));
  }
  return devices;
}
