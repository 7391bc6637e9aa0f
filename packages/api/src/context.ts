import type { Database } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';

/** What every procedure is called with. */
export type ApiContext = QuestionContext;

export interface ApiDeps {
  db: Database;
  now: () => Date;
  /** The project meant when a question names none. */
  defaultProject?: string | undefined;
}

/** The context of one request: its questions share one instant. */
export function createContext({ db, now, defaultProject }: ApiDeps): ApiContext {
  return { db, now: now(), defaultProject };
}
