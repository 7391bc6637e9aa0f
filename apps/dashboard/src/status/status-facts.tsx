import { integer, minuteUtc, timeAgo } from '@clarity-keep/core';
import type { Status } from '../asking/answers.ts';
import styles from './status.module.css';

/** The last response, and the calls of today. */
export function StatusFacts({ status }: { status: Status }) {
  const { now, timeZone, quota, lastAnswerAt } = status;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Last response from Clarity</dt>
        <dd>
          {lastAnswerAt === null ? (
            'never'
          ) : (
            <>
              {timeAgo(lastAnswerAt, now)} <small>{minuteUtc(lastAnswerAt)}</small>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Calls today (UTC)</dt>
        <dd>
          {integer(quota.used)} of {integer(quota.limit)}, {integer(quota.left)} left
          <span className={styles.calls} aria-hidden="true">
            {Array.from({ length: quota.limit }, (_, call) => (
              <span key={call} data-used={call < quota.used} />
            ))}
          </span>
          <small>resets at {minuteUtc(quota.resetsAt)}</small>
        </dd>
      </div>
      <div>
        <dt>Time zone</dt>
        <dd>{timeZone}</dd>
      </div>
    </dl>
  );
}
