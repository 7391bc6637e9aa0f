import { displayText } from '@clarity-keep/core';
import { Note } from '../design/note.tsx';
import type { Project } from '../asking/answers.ts';
import { ViewTitle } from './view-title.tsx';

/** Before the first collection: what to run. */
export function NothingCollected({ project }: { project: Project | null }) {
  return (
    <>
      <ViewTitle title="Nothing has been collected yet" />
      <Note kind="empty">
        {project === null ? (
          <p>This database has no project yet.</p>
        ) : (
          <p>No data was collected for {displayText(project.name)} yet.</p>
        )}
        <p>
          <code>clarity-keep init</code> sets up a project, <code>clarity-keep collect</code>{' '}
          collects the last three days from Clarity, and <code>clarity-keep import</code> imports
          session records. Then reload this page.
        </p>
      </Note>
    </>
  );
}
