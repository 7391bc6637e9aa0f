import { displayText } from '@clarity-keep/core';
import { Link } from 'wouter';
import { hrefOf } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { Note } from '../design/note.tsx';
import type { Project } from '../asking/answers.ts';
import { ViewTitle } from './view-title.tsx';

/** The address names a project that is not in this database, or not for this key. */
export function UnknownProject({
  asked,
  projects,
}: {
  asked: string;
  projects: readonly Project[];
}) {
  const { period, view } = useAddress();
  return (
    <>
      <ViewTitle title="Unknown project" />
      <Note kind="empty">
        <p>There is no project &quot;{displayText(asked)}&quot; here. Choose one of these:</p>
        <ul>
          {projects.map(({ project, name }) => (
            <li key={project}>
              <Link href={hrefOf({ project, period, view })}>{displayText(name)}</Link>
            </li>
          ))}
        </ul>
      </Note>
    </>
  );
}
