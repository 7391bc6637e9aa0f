const OWN_AUTHORITY =
  'If it is your own server, set NODE_EXTRA_CA_CERTS to the certificate file of its authority.';

/**
 * Codes of Node's and texts of OpenSSL's, of which only the text is left after STARTTLS:
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const troubles: readonly [RegExp, what: string, remedy: string][] = [
  [
    /CERT_HAS_EXPIRED|has expired/i,
    'has an expired certificate',
    "Renew it, and check this machine's clock.",
  ],
  [
    /NOT_YET_VALID|not yet valid/i,
    'has a certificate that is not valid yet',
    "Check this machine's clock.",
  ],
  [
    /ALTNAME|altnames/i,
    'has a certificate for another host name',
    'In SMTP_URL, use the host name that the certificate was issued for.',
  ],
  [
    /SELF_SIGNED|self.signed/i,
    'has a self-signed certificate',
    `Use a certificate from a known authority. ${OWN_AUTHORITY}`,
  ],
  [
    /UNABLE_TO_|unable to (verify|get)|ISSUER/i,
    'has a certificate from an unknown authority, or does not send the intermediate certificates',
    OWN_AUTHORITY,
  ],
  [/CERT|certificate/i, 'has a certificate that cannot be trusted', 'Renew it.'],
];

/** What is wrong with a mail server's certificate, in our words, and what to do; null for other troubles. */
export function certificateTrouble(text: string): [what: string, remedy: string] | null {
  const found = troubles.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : [found[1], found[2]];
}
