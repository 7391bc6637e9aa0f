import { agoText, minuteUtc } from '../format/days.ts';
import { countText } from '../format/numbers.ts';
import styles from './status.module.css';

interface Status {
  now: string;
  timeZone: string;
  quota: { limit: number; used: number; left: number; resetsAt: string };
  lastAnswerAt: string | null;
}

/** The last answer, and the calls of today. */
export function StatusFacts({ status }: { status: Status }) {
  const { now, timeZone, quota, lastAnswerAt } = status;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Last answer of Clarity</dt>
        <dd>
          {lastAnswerAt === null ? (
            'never'
          ) : (
            <>
              {agoText(lastAnswerAt, now)} <small>{minuteUtc(lastAnswerAt)}</small>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>Calls today (UTC)</dt>
        <dd>
          {countText(quota.used)} of {countText(quota.limit)}, {countText(quota.left)} left
          <span className={styles.calls} aria-hidden="true">
            {Array.from({ length: quota.limit }, (_, call) => (
              <span key={call} data-used={call < quota.used} />
            ))}
          </span>
          <small>anew at {minuteUtc(quota.resetsAt)}</small>
        </dd>
      </div>
      <div>
        <dt>Days</dt>
        <dd>
          {timeZone} <small>the time zone that days are of</small>
        </dd>
      </div>
    </dl>
  );
}
