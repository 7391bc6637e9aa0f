let isWanted = false;

/** The next view should take the focus: its heading does not exist yet. */
export function wantFocus(): void {
  isWanted = true;
}

/** Whether the heading that has just come is to take the focus; true once. */
export function takeFocus(): boolean {
  const wasWanted = isWanted;
  isWanted = false;
  return wasWanted;
}
