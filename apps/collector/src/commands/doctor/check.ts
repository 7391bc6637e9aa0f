import type { DatabaseSubject } from './database-subject.ts';
import type { ProjectsSubject } from './projects-subject.ts';
import type { SettingsSubject } from './settings-subject.ts';
import type { Verdict } from './verdict.ts';

/** Everything checks look at, read once. What could not be read holds the reason instead. */
export interface Subject {
  now: Date;
  machine: Machine;
  settings: SettingsSubject;
  projects: ProjectsSubject;
  database: DatabaseSubject;
}

export interface Machine {
  /** `24.21.0` */
  nodeVersion: string;
  /** As `process.platform`. */
  platform: string;
}

export interface Check {
  name: string;
  /** One verdict, or one per project. If it throws, the other checks still run. */
  run: (subject: Subject) => Verdict | Verdict[] | Promise<Verdict | Verdict[]>;
}
