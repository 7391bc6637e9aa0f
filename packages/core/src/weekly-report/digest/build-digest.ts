import type { IsoWeek } from '../../calendar/iso-week.ts';
import { daysOfWeek } from '../../calendar/iso-week.ts';
import type { WeeklyReport } from '../report-model.ts';
import type { Digest, DigestProject } from './digest-model.ts';
import { digestHeadline } from './digest-headline.ts';

/**
 * One week of all projects, worst first, made from their reports. Pure. A project whose report says that nothing
 * was collected is listed with those that have no report.
 */
export function buildDigest({
  week,
  reports,
  without,
}: {
  week: IsoWeek;
  /** Of this week, in any order. */
  reports: readonly WeeklyReport[];
  /** Projects that nothing was ever collected for. */
  without: readonly { id: string; name: string }[];
}): Digest {
  const days = daysOfWeek(week);
  const isKnown = ({ headline }: WeeklyReport): boolean => headline.type !== 'nothing-collected';
  const projects = reports.filter(isKnown).map(digestProject).toSorted(worstFirst);
  const unknown = reports.filter((report) => !isKnown(report)).map(({ project }) => project);
  return {
    kind: 'digest',
    version: 1,
    week,
    // A week has seven days.
    days: { from: days[0] as string, to: days[6] as string },
    headline: digestHeadline(week, projects),
    projects,
    without: [...unknown, ...without].map(({ id, name }) => ({ id, name })).toSorted(byName),
  };
}

function digestProject(report: WeeklyReport): DigestProject {
  const { project, headline, totals, pages, findings, missing } = report;
  const { id, name, dashboard } = project;
  const top = pages.top.find(({ impact }) => impact > 0);
  const countOf = (status: (typeof findings)[number]['status']): number =>
    findings.filter((finding) => finding.status === status).length;
  return {
    id,
    name,
    dashboard,
    headline: { type: headline.type, sentence: headline.sentence },
    sessions: totals.sessions,
    impact: pages.top.reduce((sum, { impact }) => sum + impact, 0),
    worsePages: pages.top.filter(({ verdict }) => verdict === 'worse').length,
    topPage: top === undefined ? null : topPage(top),
    findings: { new: countOf('new'), ongoing: countOf('ongoing'), resolved: countOf('resolved') },
    gaps: missing.map(({ sentence }) => sentence),
  };
}

function topPage({
  page,
  label,
  impact,
  verdict,
  mainSignal,
  links,
}: WeeklyReport['pages']['top'][number]): DigestProject['topPage'] {
  return { page, label, impact, verdict, signal: mainSignal, links };
}

/** What got worse comes first, then by impact; of two quiet projects the busier one. */
function worstFirst(a: DigestProject, b: DigestProject): number {
  return (
    Number(b.worsePages > 0) - Number(a.worsePages > 0) ||
    b.impact - a.impact ||
    (b.sessions.thisWeek ?? 0) - (a.sessions.thisWeek ?? 0) ||
    byName(a, b)
  );
}

function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;
}
