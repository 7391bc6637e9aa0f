import type { Signal } from '@clarity-keep/core';
import type { SignalCount } from '../trend/daily-row.ts';

/** A page of a ranking, as `pages.frustration` answers it. */
export interface PageRow {
  rank: number | null;
  page: string;
  sessions: number;
  signals: Record<Signal, SignalCount>;
  impact: number | null;
  enoughData: boolean;
  scrollDepth: number | null;
  activeSeconds: number | null;
  links: { recordings: string | null; heatmap: string | null };
}
