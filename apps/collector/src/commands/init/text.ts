import { dayOfInstant, displayText } from '@clarity-keep/core';
import { parseSmtpUrl } from '@clarity-keep/mail';
import type { SetUp, UsableToken } from './set-up.ts';
import type { WrittenSetUp } from './write-set-up.ts';

/** What will be written, for the user to check. Contains no secret. */
export function setUpText({ projectId, token, timeZone, databaseUrl, report }: SetUp): string {
  const rows = [
    ['Project', projectId],
    ['Token', tokenText(token)],
    ['Time zone', timeZone],
    ['Database', databaseUrl],
    ...(report === null
      ? [['Weekly report', 'not mailed']]
      : [
          ['Report to', report.to],
          ['Report from', report.from],
          ['Mail server', serverText(report.smtpUrl)],
        ]),
  ];
  return rows
    .map(([name = '', value = '']) => `  ${name.padEnd(13)}  ${displayText(value)}\n`)
    .join('');
}

function tokenText({ expiresAt, isClaritys }: UsableToken): string {
  const kind = isClaritys ? "for Clarity's export" : 'of another kind';
  return expiresAt === null ? kind : `${kind}, expires on ${dayOfInstant(expiresAt, 'UTC')}`;
}

function serverText(smtpUrl: string): string {
  const { host, port, secure, requireTLS, auth } = parseSmtpUrl(smtpUrl);
  const encryption = secure ? ', TLS' : requireTLS ? ', STARTTLS' : '';
  return `${host}, port ${port}${encryption}${auth === null ? ', no login' : `, login ${auth.user}`}`;
}

/** How to set up without a terminal, and by hand. */
export const WITHOUT_A_TERMINAL = `clarity-keep init asks questions, but this is not a terminal. Pass the answers as options and the token on standard input:

  clarity-keep init --project-id <id> --time-zone Europe/Berlin --token-from-stdin < token.txt

Or write .env by hand, readable only by you (chmod 600 .env):

  CLARITY_API_TOKEN=<token>
  CLARITY_PROJECT_ID=<id>
  CLARITY_TIME_ZONE=Europe/Berlin
  DATABASE_URL=file:./clarity.db
  SMTP_URL=smtps://<user>:<password>@smtp.example.com:465
  REPORT_FROM=reports@example.com
  REPORT_TO=you@example.com`;

/** What was written, for people. */
export function writtenText({ file, addedToGitignore }: WrittenSetUp): string {
  const ignored = addedToGitignore ? ' It is in .gitignore now.' : '';
  return `Written: ${displayText(file)}, readable only by you.${ignored}\n`;
}

/** What to do once `.env` is there. */
export function nextStepsText(): string {
  return [
    'Next:',
    '  clarity-keep collect      collect from Clarity; once a day from now on',
    '  clarity-keep query pages  see the pages that frustrate visitors most',
    '  clarity-keep schedule     set up cron, systemd or GitHub Actions',
    '  clarity-keep doctor       check that everything works',
    '',
  ].join('\n');
}
