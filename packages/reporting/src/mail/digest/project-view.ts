import type { DigestProject } from '@clarity-keep/core';
import { comparisonText, counted, impactText, integer, signalNames } from '@clarity-keep/core';
import { bounded, labelText, linkText } from '../view/bounded-text.ts';
import { verdictInWords } from '../view/changes.ts';

const NAME_BYTES = 120;
const SENTENCE_BYTES = 300;
const GAP_BYTES = 220;
/** With its numbers a line of text of 76 columns. */
const ROW_NAME_BYTES = 59;

/** A project in full. */
export function projectView(project: DigestProject) {
  const { name, headline, worsePages, topPage, dashboard } = project;
  return {
    name: bounded(name, NAME_BYTES),
    badge: worsePages === 0 ? null : `${counted(worsePages, 'page')} got worse`,
    headline: bounded(headline.sentence, SENTENCE_BYTES),
    facts: [sessionsText(project), findingsText(project)]
      .filter((fact) => fact !== null)
      .join(' · '),
    topPage:
      topPage === null
        ? null
        : {
            label: labelText(topPage.label),
            impact: impactText(topPage.impact),
            signal: topPage.signal === null ? null : signalNames[topPage.signal],
            verdict: verdictInWords(topPage.verdict),
          },
    gaps: gapsText(project),
    dashboard: linkText(dashboard),
    recordings: linkText(topPage?.links.recordings ?? null),
  };
}

/** A project on one line. */
export function projectRow({ name, sessions, impact, dashboard }: DigestProject) {
  return {
    name: bounded(name, ROW_NAME_BYTES),
    sessions: integer(sessions.thisWeek),
    impact: impact === 0 ? 'none' : impactText(impact),
    dashboard: linkText(dashboard),
  };
}

function sessionsText({ sessions }: DigestProject): string {
  if (sessions.thisWeek === null) return 'Sessions unknown';
  return `${counted(sessions.thisWeek, 'session')}, ${comparisonText(sessions)}`;
}

function findingsText({ findings }: DigestProject): string | null {
  const counts = [
    [findings.new, 'new'],
    [findings.ongoing, 'ongoing'],
    [findings.resolved, 'resolved'],
  ] as const;
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${integer(count)} ${status}`);
  return words.length === 0 ? null : `findings: ${words.join(', ')}`;
}

function gapsText({ gaps }: DigestProject): string | null {
  const [first, ...more] = gaps;
  if (first === undefined) return null;
  return `${bounded(first, GAP_BYTES)}${more.length === 0 ? '' : ` And ${counted(more.length, 'more note')} in its own report.`}`;
}
