import type { LinkedDays } from '../../urls/clarity-links.ts';
import { pageLinks } from '../../urls/clarity-links.ts';
import type { Improvement } from '../survey/improvements.ts';
import type { BetterPage } from '../report-model.ts';

const TOP = 5;

/** The pages that got better most, each with the signal that improved. */
export function betterPages(
  improvements: readonly Improvement[],
  {
    projectId,
    days,
    labelOf,
  }: { projectId: string; days: LinkedDays; labelOf: (page: string) => string },
): BetterPage[] {
  return improvements
    .filter(({ page }, index) => improvements.findIndex((other) => other.page === page) === index)
    .slice(0, TOP)
    .map(({ page, signal, change }) => ({
      page,
      label: labelOf(page),
      signal,
      change,
      links: pageLinks(projectId, page, days),
    }));
}
