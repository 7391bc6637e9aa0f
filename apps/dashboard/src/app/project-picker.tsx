import { displayText } from '@clarity-keep/core';
import { hrefOf } from '../address/address.ts';
import type { View } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import type { Project } from '../asking/answers.ts';
import styles from './header.module.css';

/** Which project is looked at; only its name where there is nothing to choose. */
export function ProjectPicker({
  projects,
  current,
}: {
  projects: readonly Project[];
  current: Project | null;
}) {
  const { period, view, goTo } = useAddress();
  if (projects.length < 2 && current !== null) {
    return <p className={styles.project}>{displayText(current.name)}</p>;
  }
  return (
    <select
      className={styles.project}
      aria-label="Project"
      value={current?.project ?? ''}
      onChange={({ target }) => goTo(hrefOf({ project: target.value, period, view: kept(view) }))}
    >
      {current === null && <option value="">Choose a project</option>}
      {projects.map(({ project, name }) => (
        <option key={project} value={project}>
          {displayText(name)}
        </option>
      ))}
    </select>
  );
}

/** The view as far as another project can have it: not one page or report of this one. */
function kept(view: View): View {
  if (view.path === '/page') return { path: '/pages', rank: 'impact', limit: 25 };
  return view.path === '/report' ? { path: '/reports' } : view;
}
