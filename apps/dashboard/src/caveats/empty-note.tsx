import { Note } from '../design/note.tsx';
import type { Frame } from '../asking/answers.ts';
import { isNothingKnown } from './frame.ts';

/** Replaces an empty table; only known days are said to have no sessions. */
export function EmptyNote({ frame, text }: { frame: Frame; text: string }) {
  return (
    <Note kind="empty">
      {isNothingKnown(frame) ? 'No data was collected for these days.' : text}
    </Note>
  );
}
