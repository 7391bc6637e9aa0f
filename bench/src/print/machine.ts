import { availableParallelism, cpus, totalmem } from 'node:os';

/** What the figures come from. */
export function machine(): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `${availableParallelism()} x ${model}, ${gibibytes} GB, Node ${process.versions.node}, ${process.platform}`;
}
