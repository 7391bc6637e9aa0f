export interface Point {
  /** Of the day in the window, 0 for the first. */
  index: number;
  value: number;
}

export interface Hole {
  first: number;
  last: number;
}

/**
 * Values by day as the runs between which nothing is known, and the stretches of unknown days. A line is
 * drawn along a run and never through a hole.
 */
export function splitAtHoles(values: readonly (number | null)[]): {
  runs: Point[][];
  holes: Hole[];
} {
  const runs: Point[][] = [];
  const holes: Hole[] = [];
  values.forEach((value, index) => {
    const isAfterHole = index === 0 || values[index - 1] === null;
    if (value === null) {
      const current = holes.at(-1);
      if (current?.last === index - 1) current.last = index;
      else holes.push({ first: index, last: index });
    } else if (isAfterHole) {
      runs.push([{ index, value }]);
    } else {
      runs.at(-1)?.push({ index, value });
    }
  });
  return { runs, holes };
}
