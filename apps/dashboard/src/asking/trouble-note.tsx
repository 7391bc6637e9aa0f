import { displayText } from '@clarity-keep/core';
import { useQueryClient } from '@tanstack/react-query';
import { Note } from '../design/note.tsx';
import { troubleOf } from './trouble.ts';

/** Says what went wrong and offers to ask again where that may help. */
export function TroubleNote({ error }: { error: unknown }) {
  const questions = useQueryClient();
  const trouble = troubleOf(error);
  if (trouble.kind === 'key') return null;
  // What failed beside it most likely failed for the same reason.
  const askAgain = () =>
    void questions.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  const canRetry = trouble.kind === 'unreachable' || trouble.canRetry;
  return (
    <Note kind="error">
      <p>
        {trouble.kind === 'unreachable'
          ? 'The server is not responding. Is clarity-keep-server still running?'
          : displayText(trouble.message)}
      </p>
      {canRetry && (
        <button type="button" className="button" onClick={askAgain}>
          Try again
        </button>
      )}
    </Note>
  );
}
