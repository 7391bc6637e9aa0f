import { listed } from '@clarity-keep/core';
import { ConfigurationError } from '@clarity-keep/environment';
import type { Check } from '../../check.ts';
import { ok, problem, skipped, warning } from '../../verdict.ts';

/** Whether the weekly report has a sender and recipients. No address is shown. */
export const reportAddressesCheck: Check = {
  name: 'report-addresses',
  run: async ({ settings: { variables }, projects: { projects, needsReportTo } }) => {
    const { parseMailboxes, senderOf } = await import('@clarity-keep/mail');
    const value = (name: string): string => variables[name]?.trim() ?? '';
    const [server, from, to] = ['SMTP_URL', 'REPORT_FROM', 'REPORT_TO'].map(value) as [
      string,
      string,
      string,
    ];
    const lists = projects.flatMap(({ recipients }) => recipients ?? []);
    if (`${server}${from}${to}` === '' && lists.length === 0) {
      return skipped('No report is sent: SMTP_URL, REPORT_FROM and REPORT_TO are not set.');
    }
    try {
      if (from !== '') senderOf(from);
      if (to !== '') parseMailboxes('REPORT_TO', to);
      if (lists.length > 0) parseMailboxes('the recipients of the projects', lists.join(', '));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      return problem(error.message, 'Correct it; until then no report is sent.');
    }
    const missing = [
      server === '' ? 'SMTP_URL' : null,
      from === '' ? 'REPORT_FROM' : null,
      to === '' && needsReportTo ? 'REPORT_TO' : null,
    ].filter((name) => name !== null);
    if (missing.length === 0) return ok('Sender and recipients are valid addresses.');
    return warning(
      `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} not set.`,
      '"clarity-keep-report send" needs SMTP_URL, REPORT_FROM, and REPORT_TO for projects or a digest without their own recipients.',
    );
  },
};
