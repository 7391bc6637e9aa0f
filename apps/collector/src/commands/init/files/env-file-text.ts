import { quoteValue } from './quote-value.ts';
import type { SetUp } from '../set-up.ts';

/** The variables of a set-up, as readers of `.env` get them. */
export function variablesOf({
  token,
  projectId,
  timeZone,
  databaseUrl,
  report,
}: SetUp): Record<string, string> {
  return {
    CLARITY_API_TOKEN: token.text,
    CLARITY_PROJECT_ID: projectId,
    CLARITY_TIME_ZONE: timeZone,
    DATABASE_URL: databaseUrl,
    ...(report === null
      ? {}
      : { SMTP_URL: report.smtpUrl, REPORT_FROM: report.from, REPORT_TO: report.to }),
  };
}

const remarks: Record<string, string> = {
  CLARITY_API_TOKEN: 'What to collect: the Data Export API token and the project ID.',
  CLARITY_TIME_ZONE: 'Days are calendar days in this time zone.',
  DATABASE_URL: 'Where all data is stored: a SQLite file.',
  SMTP_URL: 'The weekly report.',
};

/** The text of `.env`. */
export function envFileText(variables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(variables).flatMap(([name, value]) => {
    const remark = remarks[name];
    return [
      ...(remark === undefined ? [] : ['', `# ${remark}`]),
      `${name}=${quoteValue(name, value)}`,
    ];
  });
  return [
    '# Created by clarity-keep init. Environment variables override this file.',
    ...lines,
    '',
  ].join('\n');
}
