import {
  counted,
  dayStretches,
  displayText,
  integer,
  minuteUtc,
  nextFreeCalls,
  timeAgo,
  tokenStateName,
} from '@clarity-keep/core';
import type { Status } from '../asking/answers.ts';
import styles from './status.module.css';

/** The last response, the calls of the last 24 hours, and what needs attention. */
export function StatusFacts({ status }: { status: Status }) {
  const { now, timeZone, quota, lastAnswerAt } = status;
  const next = nextFreeCalls(quota);
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
        <dt>Calls in the last 24 hours</dt>
        <dd>
          {integer(quota.used)} of {integer(quota.limit)}, {integer(quota.left)} left
          <span className={styles.calls} aria-hidden="true">
            {Array.from({ length: quota.limit }, (_, call) => (
              <span key={call} data-used={call < quota.used} />
            ))}
          </span>
          {next !== null && <small>{next}</small>}
        </dd>
      </div>
      <NextRun status={status} />
      <Token token={status.token} />
      <Gaps days={status.healableDays} />
      <Unparsed unreadable={status.unreadable} />
      <div>
        <dt>Time zone</dt>
        <dd>{timeZone}</dd>
      </div>
    </dl>
  );
}

/** The server knows it only where it has the settings of the collection. */
function NextRun({ status: { nextRunAt } }: { status: Pick<Status, 'nextRunAt'> }) {
  if (nextRunAt === null) return null;
  return (
    <div>
      <dt>Next run</dt>
      <dd>{minuteUtc(nextRunAt)}</dd>
    </div>
  );
}

function Token({ token }: Pick<Status, 'token'>) {
  if (token === null) return null;
  const { state, expiresAt } = token;
  return (
    <div>
      <dt>Token</dt>
      <dd>
        {tokenStateName(state)} {expiresAt !== null && <small>until {minuteUtc(expiresAt)}</small>}
      </dd>
    </div>
  );
}

function Gaps({ days }: { days: Status['healableDays'] }) {
  if (days === null || days.length === 0) return null;
  return (
    <div>
      <dt>Gaps that can still be filled</dt>
      <dd>
        {dayStretches(days).join(', ')} <small>run clarity-keep collect</small>
      </dd>
    </div>
  );
}

function Unparsed({ unreadable: { count, newest } }: Pick<Status, 'unreadable'>) {
  if (newest === null) return null;
  return (
    <div>
      <dt>Responses not parsed</dt>
      <dd>
        {counted(count, 'response')}{' '}
        <small>
          the latest, from {minuteUtc(newest.fetchedAt)}: {displayText(newest.reason)}
        </small>
      </dd>
    </div>
  );
}
