import type { Day, SignalSums } from '@clarity-keep/core';
import type { Database } from '../open-database.ts';
import { prepared } from '../prepared.ts';
import { daysOfRange, ofPage } from './fact-range.ts';
import { signalColumns, signalSumsAt } from './signal-columns.ts';

const SQL = `WITH RECURSIVE ${daysOfRange}
  SELECT p.device, f.day, ${signalColumns.join(', ')} FROM ${ofPage} GROUP BY p.device, f.day`;

/** The signals of one page, per device and day. A day without a fact is absent. */
export function loadDeviceSignals(
  db: Database,
  range: { projectId: string; page: string; from: Day; to: Day },
): Map<string, Map<Day, SignalSums>> {
  const rows = prepared(db, SQL)
    .raw()
    .all({ ...range, breakdown: 'page_device' }) as [string, Day, ...(number | null)[]][];
  const devices = new Map<string, Map<Day, SignalSums>>();
  for (const row of rows) {
    const [device, day] = row;
    const days = devices.get(device) ?? new Map<Day, SignalSums>();
    devices.set(device, days.set(day, signalSumsAt(row, 2)));
  }
  return devices;
}
