import type { WeeklyReport } from '@clarity-keep/core';

const NO_NAME = '(unknown)';

/**
 * The report with a name for the page that has none: a session record can be without a page. The
 * headline is a sentence that was kept with the report, with a hole where the name would be.
 */
export function namePages(report: WeeklyReport): WeeklyReport {
  const { headline, pages } = report;
  const isHeadlineNameless = headline.type === 'finding' && pages.top[0]?.label === '';
  return {
    ...report,
    headline: isHeadlineNameless
      ? { ...headline, sentence: headline.sentence.replace(' on : ', ` on ${NO_NAME}: `) }
      : headline,
    pages: {
      ...pages,
      top: pages.top.map((page) => (page.label === '' ? { ...page, label: NO_NAME } : page)),
    },
  };
}
