import { dayOfInstant, displayText } from '@clarity-keep/core';
import { scopeName } from '@clarity-keep/reporting';

/** Who gets the reports of a scope. */
export interface RecipientList {
  scope: string;
  name: string;
  recipients: {
    address: string;
    /** False for someone who has unsubscribed and is no longer in the settings. */
    isListed: boolean;
    unsubscribedAt: Date | null;
  }[];
}

/** The lists as a person reads them, one scope after the other. */
export function recipientsText(lists: readonly RecipientList[]): string {
  return lists
    .map(({ scope, name, recipients }) => {
      const width = Math.max(...recipients.map(({ address }) => address.length));
      const lines = recipients.map((recipient) =>
        `  ${displayText(recipient.address).padEnd(width)}  ${stateText(recipient)}`.trimEnd(),
      );
      const nobody =
        '  no recipients: REPORT_TO is not set and the project has no recipients of its own';
      const body = lines.length === 0 ? [nobody] : lines;
      return `${[`${scopeName(scope)}, ${displayText(name)}`, ...body].join('\n')}\n`;
    })
    .join('\n');
}

function stateText({ isListed, unsubscribedAt }: RecipientList['recipients'][number]): string {
  if (unsubscribedAt === null) return '';
  const day = dayOfInstant(unsubscribedAt, 'UTC');
  return `unsubscribed on ${day}${isListed ? '' : ', no longer listed'}`;
}
