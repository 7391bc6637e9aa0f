import { lazy } from 'react';
import { useAddress } from '../address/use-address.ts';
import { OverviewView } from '../overview/overview-view.tsx';

// The overview is what is looked at first; the others come when they are gone to.
const PagesView = lazy(async () => ({
  default: (await import('../pages/pages-view.tsx')).PagesView,
}));
const PageView = lazy(async () => ({
  default: (await import('../page/page-view.tsx')).PageView,
}));
const VisitorsView = lazy(async () => ({
  default: (await import('../visitors/visitors-view.tsx')).VisitorsView,
}));
const CoverageView = lazy(async () => ({
  default: (await import('../coverage/coverage-view.tsx')).CoverageView,
}));
const StatusView = lazy(async () => ({
  default: (await import('../status/status-view.tsx')).StatusView,
}));
const ReportsView = lazy(async () => ({
  default: (await import('../reports/reports-view.tsx')).ReportsView,
}));
const DigestView = lazy(async () => ({
  default: (await import('../reports/digest-view.tsx')).DigestView,
}));
const ReportView = lazy(async () => ({
  default: (await import('../reports/report-view.tsx')).ReportView,
}));

/** The view that the address names. */
export function CurrentView() {
  const { view } = useAddress();
  switch (view.path) {
    case '/':
      return <OverviewView measure={view.measure} />;
    case '/pages':
      return <PagesView rank={view.rank} limit={view.limit} />;
    case '/page':
      return <PageView page={view.page} measure={view.measure} />;
    case '/visitors':
      return <VisitorsView />;
    case '/coverage':
      return <CoverageView />;
    case '/reports':
      return <ReportsView />;
    case '/report':
      return <ReportView week={view.week} />;
    case '/digest':
      return <DigestView week={view.week} />;
    case '/status':
      return <StatusView />;
  }
}
