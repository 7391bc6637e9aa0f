import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { Mailbox } from '@clarity-keep/mail';
import { parseMailboxes } from '@clarity-keep/mail';
import type { ReportSettings } from './report-settings.ts';
import { required } from './required.ts';

type RecipientSettings = Pick<ReportSettings, 'environment' | 'configuration'>;

/**
 * Who gets the reports of a scope (a project's id, or `DIGEST_SCOPE`): its own recipients in
 * clarity-keep.json, or else everybody in REPORT_TO.
 *
 * @throws ConfigurationError when there are no recipients, or REPORT_TO is not a list of addresses.
 */
export function recipientsOf(settings: RecipientSettings, scope: string): Mailbox[] {
  const own = ownRecipients(settings, scope);
  if (own !== undefined) return own.map((address) => ({ name: '', address }));
  const meaning =
    'the recipients, separated by commas, of projects without recipients of their own in clarity-keep.json';
  return parseMailboxes('REPORT_TO', required(settings.environment, 'REPORT_TO', meaning));
}

/** The same; empty when no recipients are set. */
export function recipientsIfSet(settings: RecipientSettings, scope: string): Mailbox[] {
  const isNobodySet =
    settings.environment.REPORT_TO === undefined && ownRecipients(settings, scope) === undefined;
  return isNobodySet ? [] : recipientsOf(settings, scope);
}

function ownRecipients(
  { configuration }: Pick<RecipientSettings, 'configuration'>,
  scope: string,
): readonly string[] | undefined {
  const { projects, digestRecipients } = configuration;
  return scope === DIGEST_SCOPE
    ? digestRecipients
    : projects.find(({ id }) => id === scope)?.recipients;
}
