import type { Configuration } from '@clarity-keep/environment';
import type { DigestSubject } from '../issue/freeze-digest.ts';
import type { OpenedReports } from './open-reports.ts';

/**
 * What the digest is over: all projects that are configured, or else all of the database, in the week
 * that was asked for or the last one that is over in every zone.
 */
export function pickDigest({
  reports,
  configuration,
}: Pick<OpenedReports, 'reports'> & { configuration: Configuration }): DigestSubject {
  const projects = reports.map(({ project, tokenExpiresAt }) => ({ project, tokenExpiresAt }));
  const isKnown = (id: string): boolean => projects.some(({ project }) => project.id === id);
  return {
    week: reports.map(({ week }) => week).reduce((one, other) => (other < one ? other : one)),
    projects,
    without: configuration.projects
      .filter(({ id }) => !isKnown(id))
      .map(({ id, name = id }) => ({ id, name })),
  };
}
