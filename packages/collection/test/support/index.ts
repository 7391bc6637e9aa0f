export { aCollector } from './a-collector.ts';
export type { CollectorFixture } from './a-collector.ts';
export { factTables } from './a-life.ts';
export { expectTruth } from './the-truth.ts';
export type { Trust } from './the-truth.ts';
