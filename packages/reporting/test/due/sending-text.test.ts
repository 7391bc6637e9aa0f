import { DIGEST_SCOPE } from '@clarity-keep/db';
import { defaultSchedule } from '@clarity-keep/environment';
import { describe, expect, it } from 'vitest';
import { noResult } from '../../src/delivery/send-issue.ts';
import type { IssueResult } from '../../src/index.ts';
import { exitCodeOf, sendMessages, sendSummary } from '../../src/index.ts';
import { waitingMessage } from '../../src/due/sending-text.ts';

const nothing = noResult({ week: '2026-W47', subject: 'Rage clicks on /checkout', recipients: 3 });

function failure(
  type: IssueResult['failed'][number]['type'],
  isFinal = false,
): IssueResult['failed'] {
  return [{ recipient: 2, type, error: 'said no', isFinal }];
}

describe('what became of an issue, on one line', () => {
  it('counts what happened, and nothing that did not', () => {
    const line = sendSummary('wxb0r23ozh', {
      ...nothing,
      sent: [1],
      alreadySent: [2, 3],
      failed: failure('deferred'),
    });
    expect(line).toBe(
      'wxb0r23ozh 2026-W47: 1 sent, 2 already sent, 1 failed. Rage clicks on /checkout',
    );
  });

  it('names the digest by what it is', () => {
    expect(sendSummary(DIGEST_SCOPE, { ...nothing, sent: [1] })).toMatch(
      /^digest 2026-W47: 1 sent\./,
    );
  });

  it('says nothing of a subject that is not known yet', () => {
    expect(sendSummary('shop', { ...nothing, subject: null, notTried: [1] })).not.toContain('null');
  });
});

describe('what needs attention', () => {
  it.each([
    ['refused', true, 'for good'],
    ['deferred', true, 'last attempt'],
    ['deferred', false, 'next run'],
    ['login', false, 'SMTP_URL'],
    ['unreachable', false, 'SMTP_URL'],
    ['unknown', false, '--resume'],
    ['not-prepared', false, 'next run'],
    ['not-recorded', false, '--resume'],
  ] as const)('of a mail that is %s, final: %s, leads to %s', (type, isFinal, next) => {
    const [message, ...more] = sendMessages('shop', { ...nothing, failed: failure(type, isFinal) });
    expect(more).toEqual([]);
    expect(message).toMatch(/^shop 2026-W47: recipient 2 of 3: .*said no/);
    expect(message).toContain(next);
  });

  it('is said of each recipient, by number', () => {
    const messages = sendMessages('shop', {
      ...nothing,
      givenUp: [{ recipient: 1, error: 'no such user' }],
      unfinished: [3],
    });
    expect(messages.map((message) => /recipient \d of \d/.exec(message)?.[0])).toEqual([
      'recipient 1 of 3',
      'recipient 3 of 3',
    ]);
    expect(messages[0]).toContain('no such user');
    expect(messages[1]).toContain('--resume');
  });

  it('is nothing where all went well', () => {
    expect(sendMessages('shop', { ...nothing, sent: [1, 2], alreadySent: [3] })).toEqual([]);
  });
});

describe('waiting', () => {
  it.each([
    ['Europe/Berlin', '12:00'],
    ['America/New_York', '06:00'],
    ['UTC', '11:00'],
  ])('is said to end in the time of %s', (timeZone, time) => {
    const message = waitingMessage(
      'shop',
      {
        week: '2026-W47',
        waiting: { day: '2026-11-22', until: new Date('2026-11-23T11:00:00Z') },
      },
      { ...defaultSchedule, timeZone },
    );
    expect(message).toContain('2026-11-22');
    expect(message).toContain(`2026-11-23 ${time}`);
    expect(message).toContain(timeZone);
  });
});

describe('the exit code of an issue', () => {
  it.each([
    [{}, 0],
    [{ sent: [1], alreadySent: [2], unsubscribed: [3] }, 0],
    // Another run has it, and says itself how it ends.
    [{ unfinished: [1] }, 0],
    [{ unfinished: [1], abandoned: [1] }, 5],
    [{ failed: failure('deferred') }, 5],
    [{ givenUp: [{ recipient: 1, error: 'no such user' }] }, 5],
    [{ failed: failure('login'), notTried: [3] }, 2],
    [{ failed: [...failure('unreachable'), ...failure('login')] }, 2],
  ])('after %j is %i', (result, exitCode) => {
    expect(exitCodeOf({ ...nothing, ...result })).toBe(exitCode);
  });
});
