/** Addresses of one site without what they share; null when they are not of one site. */
export function withoutCommonOrigin(
  addresses: readonly string[],
): { host: string; paths: string[] } | null {
  const origins = new Set(addresses.map((address) => ORIGIN.exec(address)?.[0]));
  const [origin] = origins;
  if (origins.size !== 1 || origin === undefined) return null;
  return {
    host: origin.replace(/^https?:\/\//, ''),
    paths: addresses.map((address) => address.slice(origin.length) || '/'),
  };
}

const ORIGIN = /^https?:\/\/[^/?#]+/;
