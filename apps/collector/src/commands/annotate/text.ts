import type { Screen } from '@clarity-keep/command-line/table';
import { table } from '@clarity-keep/command-line/table';
import { displayText, nameText } from '@clarity-keep/core';
import type { Annotation } from '@clarity-keep/db';
import { pageColumn } from '../../page-notes/page-column.ts';

/** The annotations of a project, a line each. */
export function annotationsText(
  annotations: readonly Annotation[],
  { projectId, screen }: { projectId: string; screen: Screen },
): string {
  if (annotations.length === 0) return `${projectId} has no annotations.\n`;
  const { text } = table(
    annotations,
    [
      { head: 'id', kind: 'right', cell: ({ id }) => String(id) },
      { head: 'day', kind: 'left', cell: ({ day }) => day },
      pageColumn(annotations, screen),
      { head: 'change', kind: 'wrapping', cell: ({ text: done }) => displayText(done) },
    ],
    screen,
  );
  return `${text}\n`;
}

export function annotatedText({ id, ...note }: Annotation): string {
  return `Annotation ${id} added: ${inWords(note)}. The weekly report will say whether it worked.\n`;
}

export function forgottenText({ id, ...note }: Annotation): string {
  return `Annotation ${id} removed: ${inWords(note)}.\n`;
}

function inWords({ page, day, text }: Omit<Annotation, 'id'>): string {
  return `"${displayText(text)}" on ${nameText(page)}, ${day}`;
}
