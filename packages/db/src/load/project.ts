/** A Clarity project as it is kept here. */
export interface Project {
  /** Clarity's own id. */
  id: string;
  name: string;
  /** IANA name; reporting days are calendar days in it. */
  timeZone: string;
  createdAt: Date;
}

export interface ProjectRow {
  id: string;
  name: string;
  timeZone: string;
  createdAt: string | number;
}

export const projectColumns = 'id, name, time_zone AS timeZone, created_at AS createdAt';

export function projectOf(row: ProjectRow): Project {
  return { ...row, createdAt: new Date(row.createdAt) };
}
