/** Identifies an alert. The project must be in the database. */
export interface AlertRow {
  projectId: string;
  kind: string;
  subject: string;
}
