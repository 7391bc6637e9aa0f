import type { UseQueryResult } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { MouseEvent } from 'react';
import { useAddress } from '../address/use-address.ts';
import { TroubleNote } from '../asking/trouble-note.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Skeleton } from '../design/skeleton.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { CurrentView } from './current-view.tsx';
import { Header } from './header.tsx';
import { NothingCollected } from './nothing-collected.tsx';
import type { Project } from '../asking/answers.ts';
import { ProjectContext } from './projects.ts';
import { UnknownProject } from './unknown-project.tsx';
import { useAnnouncedRoute } from './use-announced-route.ts';
import styles from './desk.module.css';

const SKELETON_LINES = 12;

/** What is around every view: the way past it for keyboards, the header, the announcement. */
export function Desk({ onForgetKey }: { onForgetKey: (() => void) | undefined }) {
  const { project: asked } = useAddress();
  const query = useAnswer('projects.list', (keep) => keep.projects.list, NO_INPUT);
  const projects = query.data?.rows ?? [];
  const current =
    (asked === null ? projects[0] : projects.find(({ project }) => project === asked)) ?? null;
  const announced = useAnnouncedRoute(current);
  return (
    <ProjectContext value={current}>
      <a href="#main" className={styles.skip} onClick={skipToMain}>
        Skip to the content
      </a>
      <Header projects={projects} current={current} onForgetKey={onForgetKey} />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Content query={query} projects={projects} current={current} asked={asked} />
      </main>
      <output className="visually-hidden">{announced}</output>
    </ProjectContext>
  );
}

const NO_INPUT = {};

function Content({
  query,
  projects,
  current,
  asked,
}: {
  query: UseQueryResult;
  projects: readonly Project[];
  current: Project | null;
  asked: string | null;
}) {
  const { view } = useAddress();
  if (query.isPending) return <Skeleton lines={SKELETON_LINES} />;
  if (query.isError) {
    return <TroubleNote error={query.error} />;
  }
  if (projects.length === 0) return <NothingCollected project={null} />;
  if (current === null) return <UnknownProject asked={asked ?? ''} projects={projects} />;
  if (current.oldestDay === null) return <NothingCollected project={current} />;
  return (
    // Another view is another try, and what was before it is gone at once.
    <CrashBoundary key={view.path}>
      <Suspense fallback={<Skeleton lines={SKELETON_LINES} />}>
        <CurrentView />
      </Suspense>
    </CrashBoundary>
  );
}

/** Not by the address: its fragment is no state of the dashboard. */
function skipToMain(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
