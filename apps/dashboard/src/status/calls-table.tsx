import { displayText } from '@clarity-keep/core';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Known } from '../design/unknown.tsx';
import { minuteUtc } from '../format/days.ts';
import { countText } from '../format/numbers.ts';

interface Call {
  requestedAt: string;
  numOfDays: number;
  dimensions: readonly string[];
  reason: string | null;
  state: string;
  httpStatus: number | null;
  rows: number | null;
  truncated: boolean | null;
}

/** The latest calls to Clarity and what came of them. */
export function CallsTable({ calls }: { calls: readonly Call[] }) {
  if (calls.length === 0) {
    return <Note kind="empty">No call was made yet: clarity-keep collect makes them.</Note>;
  }
  return (
    <ScrollBox label="Calls, the latest first">
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Asked</th>
            <th scope="col">Answer</th>
            <th scope="col" className="number">
              HTTP
            </th>
            <th scope="col" className="number">
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={`${call.requestedAt} ${call.numOfDays} ${call.dimensions.join(' ')}`}>
              <td>{minuteUtc(call.requestedAt)}</td>
              <th scope="row">{askedText(call)}</th>
              <td>
                {displayText(call.state)}
                {call.truncated === true && ', truncated'}
              </td>
              <td className="number">
                <Known value={call.httpStatus} as={String} />
              </td>
              <td className="number">
                <Known value={call.rows} as={countText} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function askedText({ numOfDays, dimensions, reason }: Call): string {
  const hours = `the last ${numOfDays * 24} hours`;
  const by = dimensions.length === 0 ? '' : ` by ${dimensions.map(displayText).join(' × ')}`;
  return `${hours}${by}${reason === 'heal' ? ', to heal a day' : ''}`;
}
