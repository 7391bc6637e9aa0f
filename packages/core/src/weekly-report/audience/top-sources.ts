import type { WindowSums } from '../../facts/window-sums.ts';
import { rateOf } from '../../facts/signal-share.ts';
import { DEFAULT_MIN_SESSIONS } from '../../frustration/rank-pages.ts';
import { label } from '../../display/names/page-names.ts';
import { UNNAMED } from '../../display/safe-text/display-text.ts';
import type { WeeklyReport } from '../report-model.ts';

const TOP = 10;

/** Traffic sources by the share of their sessions that turned back right away. */
export function topSources(
  sources: readonly { source: string; medium: string; sums: WindowSums }[],
): Omit<NonNullable<WeeklyReport['sources']>, 'coverage'> {
  const visited = sources.filter(({ sums }) => sums.sessions > 0);
  const enough = visited.filter(({ sums }) => sums.sessions >= DEFAULT_MIN_SESSIONS);
  const rows = enough
    .flatMap(({ source, medium, sums }) => {
      const quickbackRate = rateOf(sums.signals.quickbackClicks);
      return quickbackRate === null
        ? []
        : [
            {
              source,
              medium,
              label: nameOf(source, medium),
              sessions: sums.sessions,
              quickbackRate,
            },
          ];
    })
    .toSorted((a, b) => b.quickbackRate - a.quickbackRate || b.sessions - a.sessions);
  return {
    rows: rows.slice(0, TOP),
    setApart: visited.length - enough.length,
    minSessions: DEFAULT_MIN_SESSIONS,
  };
}

function nameOf(source: string, medium: string): string {
  if (source === '' && medium === '') return UNNAMED;
  return label([source, medium].filter((part) => part !== '').join(' / '));
}
