import { isIsoWeek, weekDatesWithYear } from '@clarity-keep/core';
import { Link } from 'wouter';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { FrozenDigest } from './frozen-digest.tsx';

/** What one week's digest of all projects said. */
export function DigestView({ week }: { week: string }) {
  const { hrefOfView } = useAddress();
  const query = useAnswer('reports.get', (keep) => keep.reports.get, { week, digest: true });
  return (
    <>
      <ViewTitle title={isIsoWeek(week) ? `All projects, ${weekDatesWithYear(week)}` : 'Digest'}>
        <p className="fine">
          <Link href={hrefOfView({ path: '/reports' })}>All reports</Link>
        </p>
      </ViewTitle>
      <Answer query={query} lines={18}>
        {(issue) =>
          // Nothing else is answered to who asks for a digest.
          issue.kind === 'digest' && (
            <FrozenDigest digest={issue.digest} createdAt={issue.createdAt} />
          )
        }
      </Answer>
    </>
  );
}
