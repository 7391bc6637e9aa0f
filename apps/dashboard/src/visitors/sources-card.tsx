import { counted, DEFAULT_MIN_SESSIONS } from '@clarity-keep/core';
import { useProject } from '../app/projects.ts';
import { Answer } from '../asking/answer.tsx';
import type { SourceRow } from '../asking/answers.ts';
import type { WindowInput } from '../asking/use-answer.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { EmptyNote } from '../caveats/empty-note.tsx';
import { Card } from '../design/card.tsx';
import { Disclosure } from '../design/disclosure.tsx';
import { Note } from '../design/note.tsx';
import { SourcesTable } from './sources-table.tsx';

/** Which traffic turns back at once. */
export function SourcesCard({ input }: { input: WindowInput }) {
  const { oldestDay } = useProject();
  const query = useAnswer('sources.quickbackRate', (keep) => keep.sources.quickbackRate, input);
  return (
    <Card
      title="Sources and quick backs"
      caveat={query.data && <CoverageLine frame={query.data} oldestDay={oldestDay} />}
    >
      <Answer query={query} lines={10}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <EmptyNote frame={answer} text="No visits on the days with data." />
          ) : (
            <Sources rows={answer.rows} />
          )
        }
      </Answer>
    </Card>
  );
}

/** A rate of a few sessions says nothing: those stand apart, as pages do. */
function Sources({ rows }: { rows: readonly SourceRow[] }) {
  const judged = rows.filter(({ sessions }) => sessions >= DEFAULT_MIN_SESSIONS);
  const apart = rows.filter(({ sessions }) => sessions < DEFAULT_MIN_SESSIONS);
  return (
    <>
      {judged.length === 0 ? (
        <Note kind="empty">No source had enough visits on these days to be judged.</Note>
      ) : (
        <SourcesTable rows={judged} />
      )}
      {apart.length > 0 && (
        <Disclosure
          summary={`Too few visits: ${counted(apart.length, 'source')} with fewer than ${DEFAULT_MIN_SESSIONS} sessions`}
        >
          <SourcesTable rows={apart} />
        </Disclosure>
      )}
    </>
  );
}
