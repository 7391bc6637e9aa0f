import { median } from './median.ts';

/** Measures two things in turns, so that a slow minute of the machine hits both. Medians. */
export async function sideBySide({
  ours,
  peer,
  runs,
}: {
  ours: () => Promise<number>;
  peer: (() => Promise<number>) | null;
  runs: number;
}): Promise<{ ours: number; peer: number | null }> {
  const measured: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  for (let run = 0; run < runs; run++) {
    measured.ours.push(await ours());
    if (peer !== null) measured.peer.push(await peer());
  }
  return {
    ours: median(measured.ours),
    peer: peer === null ? null : median(measured.peer),
  };
}
