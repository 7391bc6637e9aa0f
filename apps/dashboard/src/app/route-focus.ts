let isWanted = false;

/** The view that comes next shall take the focus: its heading is not there yet. */
export function wantFocus(): void {
  isWanted = true;
}

/** Whether the heading that has just come is to take the focus; true once. */
export function takeFocus(): boolean {
  const wasWanted = isWanted;
  isWanted = false;
  return wasWanted;
}
