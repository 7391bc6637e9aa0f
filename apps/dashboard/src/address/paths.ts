/**
 * The paths of the views. The server answers each of them with the page, so that an address can be
 * bookmarked, sent and reloaded; everything else that a view is about stands in the query.
 */
export const dashboardPaths = [
  '/',
  '/pages',
  '/page',
  '/visitors',
  '/coverage',
  '/reports',
  '/report',
  '/digest',
  '/status',
] as const;

export type DashboardPath = (typeof dashboardPaths)[number];
