import {
  comparisonText,
  counted,
  dayRangeWithYear,
  displayText,
  impactText,
  integer,
  minuteUtc,
  signalNames,
  verdictName,
} from '@clarity-keep/core';
import { Link } from 'wouter';
import { hrefOf } from '../address/address.ts';
import { Card } from '../design/card.tsx';
import { Note } from '../design/note.tsx';
import type { DigestModel } from '../asking/answers.ts';
import styles from './reports.module.css';

type Project = DigestModel['projects'][number];
type Days = DigestModel['days'];

/** A digest as it was frozen: the projects, the worst first. */
export function FrozenDigest({ digest, createdAt }: { digest: DigestModel; createdAt: string }) {
  const { days, headline, projects, without } = digest;
  return (
    <div className={styles.parts}>
      <Card title="The week in one sentence">
        <p className={styles.headline}>{displayText(headline.sentence)}</p>
        <p className="fine">
          {dayRangeWithYear({ from: days.from, to: days.to })}. Made on {minuteUtc(createdAt)};
          later data is not included.
        </p>
      </Card>
      {projects.length > 0 && (
        <Card title="Projects, the worst first">
          <ul className={styles.issues}>
            {projects.map((project) => (
              <ProjectItem key={project.id} project={project} days={days} />
            ))}
          </ul>
          <p className="fine">
            Impact: the sum over the project's top pages. Open a project to see its days.
          </p>
        </Card>
      )}
      {without.length > 0 && (
        <Card title="Nothing collected">
          <p>{without.map(({ name }) => displayText(name)).join(', ')}</p>
        </Card>
      )}
    </div>
  );
}

function ProjectItem({ project, days }: { project: Project; days: Days }) {
  const { id, name, headline, sessions, impact, worsePages, topPage, gaps } = project;
  const facts = [
    sessions.thisWeek === null
      ? 'sessions unknown'
      : `${counted(sessions.thisWeek, 'session')} (${comparisonText(sessions)})`,
    `impact ${impactText(impact)}`,
    ...(worsePages === 0 ? [] : [`${counted(worsePages, 'page')} got worse`]),
    ...findingTexts(project),
  ];
  return (
    <li>
      <h3>
        <Link
          href={hrefOf({ project: id, period: days, view: { path: '/', measure: 'sessions' } })}
        >
          {displayText(name)}
        </Link>
      </h3>
      <p>{displayText(headline.sentence)}</p>
      <p className="fine">{facts.join(', ')}</p>
      {topPage !== null && (
        <p>
          Top page:{' '}
          <Link
            href={hrefOf({
              project: id,
              period: days,
              view: { path: '/page', page: topPage.page, measure: topPage.signal ?? 'sessions' },
            })}
          >
            {displayText(topPage.label)}
          </Link>
          , impact {impactText(topPage.impact)}
          {topPage.signal !== null && `, ${signalNames[topPage.signal]}`},{' '}
          {verdictName(topPage.verdict)}
        </p>
      )}
      {gaps.length > 0 && <Note kind="caveat">{displayText(gaps.join(' '))}</Note>}
    </li>
  );
}

function findingTexts({ findings }: Project): string[] {
  return (['new', 'ongoing', 'resolved'] as const)
    .filter((status) => findings[status] > 0)
    .map((status) => `${integer(findings[status])} ${status}`);
}
