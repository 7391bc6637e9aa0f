/** What a new user has decided. */
export interface SetUp {
  projectId: string;
  token: UsableToken;
  timeZone: string;
  report: ReportSetUp | null;
  databaseUrl: string;
}

export interface UsableToken {
  text: string;
  expiresAt: Date | null;
  /** Whether it says that it is one of Clarity's. */
  isClaritys: boolean;
}

export interface ReportSetUp {
  to: string;
  smtpUrl: string;
  from: string;
}

/** Answers given on the command line; they are not asked for. */
export interface GivenAnswers {
  projectId: string | undefined;
  timeZone: string | undefined;
  databaseUrl: string | undefined;
}
