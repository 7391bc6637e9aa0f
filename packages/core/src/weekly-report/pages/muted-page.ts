import { displayText } from '../../display/safe-text/display-text.ts';
import type { JudgedPage } from '../survey/judge-pages.ts';
import type { WeekFacts } from '../report-input.ts';
import type { MutedPage } from '../report-model.ts';
import { isAmongTop } from '../survey/survey.ts';

/** A page that the report leaves out, with the reason and whether it would otherwise be among the top pages. */
export function mutedPage(
  { page, reason, untilDay }: WeekFacts['mutes'][number],
  judged: readonly JudgedPage[],
  labelOf: (page: string) => string,
): MutedPage {
  return {
    page,
    label: labelOf(page),
    reason: displayText(reason),
    until: untilDay,
    isStillFrustrating: isAmongTop(judged, page),
  };
}
