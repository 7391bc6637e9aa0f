import { unsubscribe } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { twoRecipients } from '../../support/two-recipients.ts';

const PROJECT = 'wxb0r23ozh';

describe('recipients', () => {
  const now = new Date('2026-11-22T10:00:00Z');

  it('shows who gets what, and who unsubscribed when', async () => {
    const { db, run } = await twoRecipients();
    unsubscribe(db, { scope: PROJECT, recipient: 'anna@shop.example', now });
    unsubscribe(db, { scope: PROJECT, recipient: 'dora@shop.example', now });
    unsubscribe(db, { scope: '*', recipient: 'ben@shop.example', now });
    expect(await run(['recipients'])).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: [
        'wxb0r23ozh, Example Shop',
        '  Anna@shop.example  unsubscribed on 2026-11-22',
        '  ben@shop.example',
        '  dora@shop.example  unsubscribed on 2026-11-22, no longer listed',
        '',
        'digest, all projects',
        '  Anna@shop.example',
        '  ben@shop.example   unsubscribed on 2026-11-22',
        '',
      ].join('\n'),
    });
    const { stdout } = await run(['recipients', '--project', PROJECT, '--json']);
    expect(JSON.parse(stdout)).toEqual({
      scopes: [
        {
          scope: PROJECT,
          name: 'Example Shop',
          recipients: [
            { address: 'Anna@shop.example', isListed: true, unsubscribedAt: now.toISOString() },
            { address: 'ben@shop.example', isListed: true, unsubscribedAt: null },
            { address: 'dora@shop.example', isListed: false, unsubscribedAt: now.toISOString() },
          ],
        },
      ],
    });
  });

  it('says so where nobody is set', async () => {
    const { run } = await twoRecipients();
    expect((await run(['recipients'], { REPORT_TO: '' })).stdout).toBe(
      'wxb0r23ozh, Example Shop\n  no recipients: REPORT_TO is not set and the project has no recipients of its own\n',
    );
  });

  it('takes a subscription up again, however the address is written', async () => {
    const { db, mails, run } = await twoRecipients();
    unsubscribe(db, { scope: PROJECT, recipient: 'anna@shop.example', now });
    unsubscribe(db, { scope: '*', recipient: 'anna@shop.example', now });
    const one = await run([
      'recipients',
      '--project',
      PROJECT,
      '--resubscribe',
      'ANNA@shop.example',
    ]);
    expect([one.exitCode, one.stderr]).toEqual([0, 'Subscribed again: wxb0r23ozh.\n']);
    const all = await run(['recipients', '--resubscribe', 'anna@shop.example']);
    expect([all.exitCode, all.stderr]).toEqual([0, 'Subscribed again: digest.\n']);
    const none = await run(['recipients', '--resubscribe', 'anna@shop.example']);
    expect([none.exitCode, none.stderr]).toEqual([
      0,
      'This address had not unsubscribed; nothing was changed.\n',
    ]);
    await run(['send']);
    expect(mails).toHaveLength(2);
  });

  it('refuses what is no address', async () => {
    const { run } = await twoRecipients();
    const { exitCode, stdout, stderr } = await run(['recipients', '--resubscribe', 'anna']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--resubscribe must be an email address');
  });
});
