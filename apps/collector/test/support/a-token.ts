/** A token in the shape of Clarity's, which says these things of itself and is worth nothing. */
export function aToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.not-a-signature`;
}

/** A token that says what those of Clarity say. */
export function aClarityToken(claims: object = {}): string {
  return aToken({
    iss: 'clarity',
    aud: 'clarity.data-exporter',
    scope: 'Data.Export',
    exp: seconds('2027-01-15T00:00:00Z'),
    ...claims,
  });
}

/** Seconds since 1970, as tokens count. */
export function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}
