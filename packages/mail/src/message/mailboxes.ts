import { ConfigurationError, mailAddressSchema } from '@clarity-keep/environment';
import parseAddresses from 'nodemailer/lib/addressparser';

const EXAMPLE = 'Write e.g. anna@example.com, ben@example.com.';

export interface Mailbox {
  /** Empty when none was given. */
  name: string;
  address: string;
}

/**
 * The mailboxes of a comma separated list, `Anna <anna@example.com>, ben@example.com`, each once.
 *
 * @throws ConfigurationError that names the place of a wrong one, and never the address.
 */
export function parseMailboxes(variable: string, text: string): Mailbox[] {
  // Elsewhere than between two addresses, it would make one of them a part of the other.
  if (/[^\s,;]\s*[\r\n]/.test(text.trim())) {
    throw new ConfigurationError(
      `${variable} has a line break without a comma before it. ${EXAMPLE}`,
    );
  }
  const found = parseAddresses(text, { flatten: true });
  const wrong = found.findIndex(({ address }) => !mailAddressSchema.safeParse(address).success);
  if (wrong !== -1 || found.length === 0) {
    const problem =
      found.length === 0
        ? `${variable} contains no email address`
        : `${nameOf(variable, { place: wrong, of: found.length })} is not an email address`;
    throw new ConfigurationError(`${problem}. ${EXAMPLE}`);
  }
  // "anna@example.com ben@example.com" is Anna, named after Ben, who would get nothing.
  const merged = found.findIndex(
    ({ name }) => /\S@\S/.test(name) && !text.includes(JSON.stringify(name)),
  );
  if (merged !== -1) {
    throw new ConfigurationError(
      `${nameOf(variable, { place: merged, of: found.length })} contains several email addresses. Separate them with commas.`,
    );
  }
  const known = new Set<string>();
  return found
    .filter(({ address }) => {
      const isNew = !known.has(address.toLowerCase());
      known.add(address.toLowerCase());
      return isNew;
    })
    .map(({ name, address }) => ({ name, address }));
}

/** One of the addresses, without showing it: "REPORT_TO: the 2nd of 3 addresses". */
function nameOf(variable: string, { place, of }: { place: number; of: number }): string {
  return of === 1 ? variable : `${variable}: the ${ordinal(place + 1)} of ${of} addresses`;
}

const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Record<Intl.LDMLPluralRule, string> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};

function ordinal(value: number): string {
  return `${value}${endings[ordinalRules.select(value)]}`;
}
