import { hasOpaquePart } from '../opaque-text.ts';

/**
 * Parts of a path after which a number identifies a person or something they own. Left out are words that shops
 * and magazines use for their content: tickets, cases, quotes, reviews, authors, apps.
 */
const personWords = new Set([
  'u',
  ...withPlural('user'),
  ...withPlural('customer'),
  ...withPlural('client'),
  ...withPlural('account'),
  ...withPlural('member'),
  ...withPlural('profile'),
  ...withPlural('patient'),
  ...withPlural('person'),
  'people',
  ...withPlural('employee'),
  ...withPlural('student'),
  ...withPlural('guest'),
  ...withPlural('subscriber'),
  ...withPlural('contact'),
  ...withPlural('lead'),
  ...withPlural('order'),
  'orderreceived',
  'orderpay',
  'orderdetails',
  'orderstatus',
  'orderconfirmation',
  'vieworder',
  ...withPlural('invoice'),
  ...withPlural('booking'),
  ...withPlural('reservation'),
  ...withPlural('appointment'),
  ...withPlural('payment'),
  ...withPlural('transaction'),
  ...withPlural('subscription'),
  ...withPlural('shipment'),
  ...withPlural('cart'),
  ...withPlural('checkout'),
  ...withPlural('message'),
  ...withPlural('conversation'),
  ...withPlural('session'),
  'reset',
  'activate',
  'passwordreset',
  'resetpassword',
  // German, French, Spanish.
  'benutzer',
  'nutzer',
  'kunde',
  'kunden',
  'konto',
  'mitglied',
  'mitglieder',
  'patienten',
  'bestellung',
  'bestellungen',
  'rechnung',
  'rechnungen',
  'buchung',
  'buchungen',
  ...withPlural('utilisateur'),
  ...withPlural('compte'),
  ...withPlural('membre'),
  ...withPlural('commande'),
  ...withPlural('facture'),
  ...withPlural('usuario'),
  ...withPlural('cliente'),
  ...withPlural('cuenta'),
  ...withPlural('pedido'),
  ...withPlural('factura'),
  ...withPlural('reserva'),
]);

const RESET = /^(?:reset|activate|password[_-]?reset|reset[_-]?password)$/i;

/** Whether what follows this part of a path lets somebody reset a password or open an account. */
export function namesReset(part: string): boolean {
  return RESET.test(part);
}

/** Whether a decoded part is a key for that: `0a1b2c-1700000000`. */
export function isResetKey(text: string): boolean {
  return /^[0-9a-f]+-\d+$/i.test(text);
}

/** Whether an id after this part of a path identifies a person: `users`, `my-orders`. */
export function namesPerson(part: string): boolean {
  const lowered = part.toLowerCase();
  const word = /[_-]/.test(lowered) ? lowered.replaceAll(/[_-]/g, '') : lowered;
  return personWords.has(word) || (word.startsWith('my') && personWords.has(word.slice(2)));
}

/**
 * Whether a decoded part after such a word is an id: a number, something that serves as one (`INV-2026-0042`),
 * or a short token. User names and `page-2` are not.
 */
export function isIdOfPerson(text: string): boolean {
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return digits > 0;
  const isMostlyNumber = digits >= 2 && digits >= letters;
  return isMostlyNumber || hasOpaquePart(text, { changesEvery: 4, shortest: 8 });
}

function withPlural(word: string): [string, string] {
  return [word, `${word}s`];
}
