const OWN_AUTHORITY =
  'For a server of your own, put the file of its authority into NODE_EXTRA_CA_CERTS.';

/**
 * Codes of Node's and texts of OpenSSL's, of which only the text is left after STARTTLS:
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const troubles: readonly [RegExp, what: string, remedy: string][] = [
  [
    /CERT_HAS_EXPIRED|has expired/i,
    'has a certificate that has expired',
    'Have it renewed, and check the clock of this machine.',
  ],
  [
    /NOT_YET_VALID|not yet valid/i,
    'has a certificate that is not valid yet',
    'Check the clock of this machine.',
  ],
  [
    /ALTNAME|altnames/i,
    'has a certificate for another host name',
    'Use the host name in SMTP_URL that the certificate is for.',
  ],
  [
    /SELF_SIGNED|self.signed/i,
    'has a certificate that nobody signed but its owner',
    `Use one of a known authority. ${OWN_AUTHORITY}`,
  ],
  [
    /UNABLE_TO_|unable to (verify|get)|ISSUER/i,
    'has a certificate of an unknown authority, or sends it without the ones in between',
    OWN_AUTHORITY,
  ],
  [/CERT|certificate/i, 'has a certificate that cannot be trusted', 'Have it renewed.'],
];

/** What is wrong with the certificate of a mail server, in our words, and what to do; null for other troubles. */
export function certificateTrouble(text: string): [what: string, remedy: string] | null {
  const found = troubles.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : [found[1], found[2]];
}
