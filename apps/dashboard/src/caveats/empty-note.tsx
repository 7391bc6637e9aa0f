import { Note } from '../design/note.tsx';
import type { Frame } from '../asking/answers.ts';
import { isNothingKnown } from './frame.ts';

/** In place of an empty table; that nobody came is said only of days that are known. */
export function EmptyNote({ frame, text }: { frame: Frame; text: string }) {
  return (
    <Note kind="empty">
      {isNothingKnown(frame) ? 'No data was collected for these days.' : text}
    </Note>
  );
}
