import { Note } from '../design/note.tsx';
import type { Frame } from './frame.ts';
import { isNothingKnown } from './frame.ts';

/** In place of an empty table; that nobody came is said only of days that are known. */
export function EmptyNote({ frame, text }: { frame: Frame; text: string }) {
  return (
    <Note kind="empty">
      {isNothingKnown(frame) ? 'No day of these is known, so nothing can be said of them.' : text}
    </Note>
  );
}
