/** What tells an alert from others. The project has to be known to the database. */
export interface AlertRow {
  projectId: string;
  kind: string;
  subject: string;
}
