import {
  coverageCalendar,
  devicesScrollDepth,
  pagesDetail,
  pagesFrustration,
  projectsList,
  referrersBounceRate,
  reportsGet,
  reportsList,
  sourcesQuickbackRate,
  statusGet,
  trendsDaily,
} from '@clarity-keep/queries';
import { procedureOf } from './procedure-of.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  pages: router({
    frustration: procedureOf(pagesFrustration),
    detail: procedureOf(pagesDetail),
  }),
  devices: router({ scrollDepth: procedureOf(devicesScrollDepth) }),
  referrers: router({ bounceRate: procedureOf(referrersBounceRate) }),
  sources: router({ quickbackRate: procedureOf(sourcesQuickbackRate) }),
  trends: router({ daily: procedureOf(trendsDaily) }),
  coverage: router({ calendar: procedureOf(coverageCalendar) }),
  projects: router({ list: procedureOf(projectsList) }),
  status: router({ get: procedureOf(statusGet) }),
  reports: router({ list: procedureOf(reportsList), get: procedureOf(reportsGet) }),
});

/** All that a client needs to know of the server. */
export type AppRouter = typeof appRouter;
