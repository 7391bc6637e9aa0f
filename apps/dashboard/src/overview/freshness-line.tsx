import { timeAgo } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { useAddress } from '../address/use-address.ts';
import { useAnswer } from '../asking/use-answer.ts';

/** How old the newest response is: numbers that look like today's may not be. */
export function FreshnessLine() {
  const { project } = useProject();
  const { hrefOfView } = useAddress();
  const { data } = useAnswer('status.get', (keep) => keep.status.get, { project });
  // Imported records come without a response of Clarity's.
  const last = data?.lastAnswerAt ?? null;
  return (
    <p className="fine" aria-busy={data === undefined}>
      {data === undefined || last === null ? (
        <>&nbsp;</>
      ) : (
        <>
          Last response from Clarity: {timeAgo(last, data.now)}.{' '}
          <Link href={hrefOfView({ path: '/status' })}>Collection status</Link>
        </>
      )}
    </p>
  );
}
