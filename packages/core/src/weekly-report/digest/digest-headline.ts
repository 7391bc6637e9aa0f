import type { IsoWeek } from '../../calendar/iso-week.ts';
import { weekDates } from '../../display/dates.ts';
import type { Digest, DigestProject } from './digest-model.ts';

/** The sentence of the week over all projects, worst first: the worst project's own, or that the week was quiet. */
export function digestHeadline(
  week: IsoWeek,
  projects: readonly DigestProject[],
): Digest['headline'] {
  const [worst] = projects;
  if (worst === undefined) {
    const sentence = `Nothing was collected for ${weekDates(week)} on any site.`;
    return { sentence, project: null };
  }
  if (projects.length > 1 && worst.impact === 0 && worst.worsePages === 0) {
    const sentence = `A quiet week: no page on any of your ${projects.length} sites stands out.`;
    return { sentence, project: null };
  }
  return { sentence: `${worst.name}: ${worst.headline.sentence}`, project: worst.id };
}
