import { ConfigurationError, parseReportEnvironment } from '@clarity-keep/environment';
import type { Check } from '../../check.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

/** Optional settings of the report that stop it when they are invalid. */
const NAMES = [
  'REPORT_LATEST_AT',
  'PUBLIC_URL',
  'DKIM_DOMAIN',
  'DKIM_SELECTOR',
  'DKIM_PRIVATE_KEY',
  'DKIM_PRIVATE_KEY_FILE',
];

/** How the sender's domain relates to the one that mails are signed for. */
function signingVerdict({ domain, bits }: { domain: string; bits: number }, from: string): Verdict {
  const sender = from.slice(from.lastIndexOf('@') + 1);
  const [a, b] = [`.${sender}`, `.${domain}`].map((name) => name.toLowerCase()) as [string, string];
  if (a.endsWith(b) || b.endsWith(a))
    return ok(`Mail is signed for ${domain} with a ${bits}-bit RSA key.`);
  return warning(
    `Mail is signed for ${domain}, but REPORT_FROM is at ${sender}.`,
    "Sign for the sender's domain: DMARC requires it, and large providers require DMARC.",
  );
}

/** Whether the report's settings other than addresses and mail server are valid. No key is shown. */
export const reportSettingsCheck: Check = {
  name: 'report-settings',
  run: async ({ settings: { variables, cwd } }) => {
    if (NAMES.every((name) => (variables[name] ?? '').trim() === '')) {
      return skipped('Mail is not signed and has no unsubscribe link: neither is configured.');
    }
    const { dkimKeyOf, senderOf } = await import('@clarity-keep/mail');
    try {
      const environment = parseReportEnvironment(variables);
      const key = dkimKeyOf(environment, cwd);
      const links = environment.PUBLIC_URL === undefined ? 'an address' : 'one click';
      const unsubscribing = ok(`Recipients unsubscribe by ${links}.`);
      const from = environment.REPORT_FROM;
      return key === null || from === undefined
        ? unsubscribing
        : [unsubscribing, signingVerdict(key, senderOf(from).address)];
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return problem(error.message, 'Correct it; until then no report is sent.');
    }
  },
};
