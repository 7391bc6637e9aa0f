import { mean } from '../../facts/measures.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import { deviceLabel } from '../../display/names/device-names.ts';
import type { WeekFacts } from '../report-input.ts';
import type { WeeklyReport } from '../report-model.ts';

/** Devices by sessions, with how far visitors scroll. */
export function deviceRows(devices: WeekFacts['devices']): WeeklyReport['devices']['rows'] {
  return devices
    .filter(({ sums }) => sums.sessions > 0)
    .toSorted((a, b) => b.sums.sessions - a.sums.sessions)
    .map(({ device, sums }) => ({
      device: deviceLabel(device),
      sessions: sums.sessions,
      scrollDepth: mean(sums.scrollDepth),
      enoughData: sums.sessions >= DEFAULT_MIN_SESSIONS,
    }));
}
