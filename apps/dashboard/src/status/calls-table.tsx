import { callText, dayStateName, displayText, integer, minuteUtc } from '@clarity-keep/core';
import type { Status } from '../asking/answers.ts';
import { Note } from '../design/note.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { Known } from '../design/unknown.tsx';

type Call = Status['calls'][number];

/** The latest calls to Clarity and what came of them. */
export function CallsTable({ calls }: { calls: readonly Call[] }) {
  if (calls.length === 0) {
    return <Note kind="empty">No calls yet: clarity-keep collect makes them.</Note>;
  }
  return (
    <ScrollBox label="Calls, latest first">
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Window</th>
            <th scope="col">Result</th>
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
                {call.truncated === true && `, ${dayStateName('truncated')}`}
              </td>
              <td className="number">
                <Known value={call.httpStatus} as={String} />
              </td>
              <td className="number">
                <Known value={call.rows} as={integer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function askedText(call: Call): string {
  return `${callText(call)}${call.reason === 'heal' ? ', to fill a gap' : ''}`;
}
