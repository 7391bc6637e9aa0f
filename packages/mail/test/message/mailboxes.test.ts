import { describe, expect, it } from 'vitest';
import { parseMailboxes } from '../../src/message/mailboxes.ts';

describe('parseMailboxes', () => {
  it('reads a list with and without names, and keeps the first of each address', () => {
    const text =
      'Anna <anna@shop.example>, ben@shop.example, "Cora, Ops" <cora@shop.example>, BEN@shop.example';
    expect(parseMailboxes('REPORT_TO', text)).toEqual([
      { name: 'Anna', address: 'anna@shop.example' },
      { name: '', address: 'ben@shop.example' },
      { name: 'Cora, Ops', address: 'cora@shop.example' },
    ]);
  });

  it.each(['ops@localhost', 'info@bücher.example', 'a+b@shop.example'])('takes %s', (address) => {
    expect(parseMailboxes('REPORT_TO', address)).toEqual([{ name: '', address }]);
  });

  it('takes a name that is an address, in quotes', () => {
    expect(parseMailboxes('REPORT_TO', '"anna@work" <anna@shop.example>')).toEqual([
      { name: 'anna@work', address: 'anna@shop.example' },
    ]);
  });

  it.each([
    ['anna@shop.example, ben', 'REPORT_TO: the 2nd of 2 addresses is not an email address.'],
    ['anna@', 'REPORT_TO is not an email address.'],
    [' , ', 'REPORT_TO contains no email address.'],
    [
      'anna@shop.example, ben@shop.example cora@shop.example',
      'REPORT_TO: the 2nd of 2 addresses contains several email addresses. Separate them with commas.',
    ],
    ['Anna <anna@shop.example> Ben <ben@shop.example>', 'REPORT_TO contains several'],
  ])('refuses %j by its place', (text, message) => {
    expect(() => parseMailboxes('REPORT_TO', text)).toThrow(message);
  });
});
