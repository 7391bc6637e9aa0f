import { DEFAULT_DATABASE_URL } from '@clarity-keep/environment';
import { parseSmtpUrl } from '@clarity-keep/mail';
import { databaseUrlOf } from './database-url.ts';
import { projectIdIn } from './project-id.ts';
import type { Prompts, TextQuestion } from '@clarity-keep/command-line';
import type { SetUpVariable } from './setting-problem.ts';
import { settingProblem } from './setting-problem.ts';
import type { GivenAnswers, ReportSetUp, SetUp, UsableToken } from '../set-up.ts';
import { findTimeZones, machineTimeZone } from './time-zones.ts';
import { weighToken } from './weigh-token.ts';

export interface AskDeps {
  prompts: Prompts;
  /** Prints an explanation between the questions. */
  say: (text: string) => void;
  now: () => Date;
}

/** Asks for everything that was not given. Sends and writes nothing. */
export async function askSetUp(deps: AskDeps, given: GivenAnswers): Promise<SetUp> {
  return {
    projectId: given.projectId ?? (await askProjectId(deps)),
    token: await askToken(deps),
    timeZone: given.timeZone ?? (await askTimeZone(deps)),
    report: await askReport(deps),
    databaseUrl: given.databaseUrl ?? (await askDatabaseUrl(deps)),
  };
}

async function askProjectId({ prompts, say }: AskDeps): Promise<string> {
  say('Open your project in Clarity and copy the URL of its dashboard; the project ID is in it.');
  const text = await prompts.input({
    message: 'Project ID or dashboard URL',
    check: (typed) => settingProblem('CLARITY_PROJECT_ID', projectIdIn(typed)),
  });
  return projectIdIn(text);
}

async function askToken(deps: AskDeps): Promise<UsableToken> {
  const { prompts, say, now } = deps;
  say(
    'A project admin creates the token in Clarity: Settings > Data Export > Generate new API token.',
  );
  const typed = await prompts.password({
    message: 'API token (hidden as you paste)',
    check: (text) =>
      settingProblem('CLARITY_API_TOKEN', text.trim()) ?? weighToken(text.trim(), now()).problem,
  });
  const text = typed.trim();
  const { doubt, warning, expiresAt } = weighToken(text, now());
  if (warning !== null) say(`Warning: ${warning}`);
  if (doubt === null) return { text, expiresAt, isClaritys: true };
  say(`Warning: ${doubt}\nClarity itself will refuse it; a proxy or the simulator may accept it.`);
  const isMeant = await prompts.confirm({ message: 'Use it anyway?', default: false });
  return isMeant ? { text, expiresAt, isClaritys: false } : askToken(deps);
}

async function askTimeZone({ prompts, say }: AskDeps): Promise<string> {
  say("Days are calendar days in one time zone: your visitors', or the one you report in.");
  return prompts.search({
    message: 'Time zone (type to search)',
    find: (term) => findTimeZones(term, machineTimeZone()),
  });
}

async function askReport({ prompts, say }: AskDeps): Promise<ReportSetUp | null> {
  say(
    'The weekly report can be sent by mail. Leave the recipients empty to skip this or decide later.',
  );
  const to = await prompts.input({
    message: 'Recipients, separated by commas',
    default: '',
    check: (text) => (text.trim() === '' ? null : settingProblem('REPORT_TO', text.trim())),
  });
  if (to.trim() === '') return null;
  say(
    'The mail server, as smtp://user:password@mail.example.com:587, or smtps://... for port 465.\n' +
      'In the user and the password, write @ as %40, # as %23, / as %2F and % as %25.',
  );
  const smtpUrl = await prompts.password(question('SMTP_URL', 'SMTP URL (stays hidden)'));
  say('The sender of the report; the mail server has to allow it.');
  const from = await prompts.input({
    ...question('REPORT_FROM', 'Sender'),
    ...senderDefault(smtpUrl),
  });
  return { to: to.trim(), smtpUrl: smtpUrl.trim(), from: from.trim() };
}

/** Most people who log in with a mail address also send from it. */
function senderDefault(smtpUrl: string): { default?: string } {
  const user = parseSmtpUrl(smtpUrl.trim()).auth?.user ?? '';
  const sender = `Clarity Keep <${user}>`;
  return settingProblem('REPORT_FROM', sender) === null ? { default: sender } : {};
}

async function askDatabaseUrl({ prompts, say }: AskDeps): Promise<string> {
  say('All data is stored in one SQLite file, created if it does not exist.');
  const text = await prompts.input({
    message: 'Database file',
    default: DEFAULT_DATABASE_URL,
    check: (typed) => settingProblem('DATABASE_URL', databaseUrlOf(typed)),
  });
  return databaseUrlOf(text);
}

function question(variable: SetUpVariable, message: string): TextQuestion {
  return { message, check: (text) => settingProblem(variable, text.trim()) };
}
