import type { IsoWeek } from '../../calendar/iso-week.ts';
import type { Digest, DigestProject } from './digest-model.ts';

/** The sentence of the week over all projects, given worst first: that of the worst, or that all is quiet. */
export function digestHeadline(
  week: IsoWeek,
  projects: readonly DigestProject[],
): Digest['headline'] {
  const [worst] = projects;
  if (worst === undefined) {
    const sentence = `Nothing was collected of any project in week ${Number(week.slice(-2))}.`;
    return { sentence, project: null };
  }
  if (projects.length > 1 && worst.impact === 0 && worst.worsePages === 0) {
    const sentence = `A quiet week: no page of ${projects.length} projects frustrates visitors measurably more than the others.`;
    return { sentence, project: null };
  }
  return { sentence: `${worst.name}: ${worst.headline.sentence}`, project: worst.id };
}
