import { isIPv6 } from 'node:net';

/** Groups of 16 bits that one customer of a network usually has the rest of to himself. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/** Whose connection it is as far as the address tells: of IPv6 the network, as an address there costs nothing. */
export function clientOf(address: string | undefined): string {
  if (address === undefined) return '';
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [plain = ''] = address.split('%', 1);
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = Array.from(
    { length: Math.max(0, GROUPS - left.length - right.length) },
    () => '0',
  );
  const groups = tail === undefined ? left : [...left, ...middle, ...right];
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}
