import { displayText } from '@clarity-keep/core';
import { Note } from '../design/note.tsx';
import type { Project } from './projects.ts';
import { ViewTitle } from './view-title.tsx';

/** Before the first collection: what to run. */
export function NothingKept({ project }: { project: Project | null }) {
  return (
    <>
      <ViewTitle title="Nothing is collected yet" />
      <Note kind="empty">
        {project === null ? (
          <p>There is no project in this database.</p>
        ) : (
          <p>No day of {displayText(project.name)} is known.</p>
        )}
        <p>
          <code>clarity-keep init</code> sets a project up, <code>clarity-keep collect</code> asks
          Clarity for the last three days, and <code>clarity-keep import</code> reads session
          records. Then load this page anew.
        </p>
      </Note>
    </>
  );
}
