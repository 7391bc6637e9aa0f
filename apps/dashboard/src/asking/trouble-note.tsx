import { displayText } from '@clarity-keep/core';
import { Note } from '../design/note.tsx';
import { troubleOf } from './trouble.ts';

/** Says what went wrong and offers to ask again where that may help. */
export function TroubleNote({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const trouble = troubleOf(error);
  if (trouble.kind === 'key') return null;
  const canRetry = trouble.kind === 'unreachable' || trouble.canRetry;
  return (
    <Note kind="error">
      <p>
        {trouble.kind === 'unreachable'
          ? 'The server does not answer. Is clarity-keep-server still running?'
          : displayText(trouble.message)}
      </p>
      {canRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Ask again
        </button>
      )}
    </Note>
  );
}
