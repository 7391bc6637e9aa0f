import type { ProjectConfiguration, Variables } from '@clarity-keep/environment';
import {
  ConfigurationError,
  parseVariables,
  publicUrlSetting,
  reportLatestAtSetting,
  safeUrl,
  sharedSettings,
} from '@clarity-keep/environment';
import * as z from 'zod';
import type { DkimKey } from './send/dkim-key.ts';
import { dkimKeyOf } from './send/dkim-key.ts';
import type { Mailbox } from './send/mailboxes.ts';
import { parseMailboxes } from './send/mailboxes.ts';
import type { SmtpSettings } from './send/smtp-settings.ts';
import { parseSmtpUrl } from './send/smtp-settings.ts';

const domainName = z
  .string()
  .trim()
  .regex(/^([a-z\d_]([a-z\d_-]{0,61}[a-z\d])?\.)*[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i, {
    error: 'Expected a name as in DNS, e.g. example.com.',
  });

/** Every variable the weekly report reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  SMTP_URL: z.string().trim().optional(),
  REPORT_FROM: z.string().trim().optional(),
  REPORT_TO: z.string().trim().optional(),
  REPORT_LATEST_AT: reportLatestAtSetting.optional(),
  REPORT_PING_URL: safeUrl.optional(),
  AI_BASE_URL: safeUrl.optional(),
  AI_MODEL: z.string().trim().max(200).optional(),
  // It stands in a header.
  AI_API_KEY: z
    .string()
    .trim()
    .regex(/^[!-~]+$/, { error: 'Expected a key without spaces or letters beyond ASCII.' })
    .optional(),
  /** Links to unsubscribe are made of it. */
  PUBLIC_URL: publicUrlSetting.optional(),
  DKIM_DOMAIN: domainName.optional(),
  DKIM_SELECTOR: domainName.optional(),
  DKIM_PRIVATE_KEY: z.string().trim().optional(),
  DKIM_PRIVATE_KEY_FILE: z.string().trim().optional(),
});

/** Their names. */
export const reportSettings: readonly string[] = Object.keys(environmentSchema.shape);

export type Environment = z.output<typeof environmentSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseEnvironment(variables: Variables): Environment {
  return parseVariables(environmentSchema, variables);
}

/**
 * Where a sending is pinged. Undefined as well when it is set to something that is no address: what is
 * wrong with it is for `parseEnvironment` to tell.
 */
export function reportPingUrl(variables: Variables): string | undefined {
  return environmentSchema.shape.REPORT_PING_URL.safeParse(variables.REPORT_PING_URL).data;
}

export interface MailSettings {
  smtp: SmtpSettings;
  from: Mailbox;
  /** Where the server is reached from outside; null when it is not. */
  publicUrl: string | null;
  /** What mails are signed with; null when they are not. */
  dkim: DkimKey | null;
}

/**
 * The settings that sending needs besides recipients. Their values are never repeated.
 *
 * @throws ConfigurationError for the first one that is not set or not understood.
 */
export function requireMailSettings(environment: Environment, cwd: string): MailSettings {
  return {
    smtp: parseSmtpUrl(
      required(environment, 'SMTP_URL', 'e.g. smtp://user:password@mail.example.com:587'),
    ),
    from: senderOf(required(environment, 'REPORT_FROM', 'the address that the report comes from')),
    publicUrl: environment.PUBLIC_URL ?? null,
    dkim: dkimKeyOf(environment, cwd),
  };
}

/**
 * Who gets the report of a project: the recipients of its own, or else everybody in REPORT_TO.
 *
 * @throws ConfigurationError when there is nobody, or what is there is no list of addresses.
 */
export function recipientsOf(
  environment: Environment,
  project: Pick<ProjectConfiguration, 'recipients'> | undefined,
): Mailbox[] {
  if (project?.recipients !== undefined) {
    return project.recipients.map((address) => ({ name: '', address }));
  }
  const meaning =
    'the addresses that get the report, separated by commas, of projects without recipients in clarity-keep.json';
  return parseMailboxes('REPORT_TO', required(environment, 'REPORT_TO', meaning));
}

/** @throws ConfigurationError unless it is one address. */
export function senderOf(text: string): Mailbox {
  const [sender, ...more] = parseMailboxes('REPORT_FROM', text);
  if (sender !== undefined && more.length === 0) return sender;
  throw new ConfigurationError(`REPORT_FROM: expected one address, got ${more.length + 1}.`);
}

function required(
  environment: Environment,
  name: 'SMTP_URL' | 'REPORT_FROM' | 'REPORT_TO',
  meaning: string,
): string {
  const value = environment[name];
  if (value !== undefined) return value;
  throw new ConfigurationError(
    `${name} is not set: ${meaning}. Put it into the environment or into .env. "clarity-keep-report preview" needs none of it.`,
  );
}
