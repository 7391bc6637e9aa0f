export { type Site, createSite } from './site/create-site.ts';
export { createDemoSite, demoReleaseDay } from './site/demo-site.ts';
export { SHOP_PAGES } from './site/shop-pages.ts';
export type { PageOptions, Problem, SiteOptions } from './site/site-options.ts';
export { type Device, type PageView, SIGNALS, type Signal, type Visit } from './site/visit.ts';
export { hostileUrls } from './site/hostile.ts';
export type { SegmentValues, TruthDimension } from './truth/tally.ts';
export { type TruthRow, truth } from './truth/truth.ts';
export type { DimensionName } from './answers/dimensions.ts';
export { type InsightsRequest, insightsAnswer } from './answers/insights.ts';
export type { Metric, MetricRow } from './answers/metric.ts';
export type { NumberMode } from './answers/number-mode.ts';
export { type SessionRecord, sessionRecordsAnswer } from './answers/session-records.ts';
export { generateSessionRecords } from './records/generate-session-records.ts';
export type { EvilBehaviour, EvilKind } from './evil/behaviour.ts';
export { evilBehaviours } from './evil/catalogue.ts';
export { lookAlikePages } from './evil/look-alike-pages.ts';
export type { Fault, FaultWhen, SimulatorRequest } from './server/faults.ts';
export {
  type Simulator,
  type SimulatorOptions,
  type SimulatorSettings,
  startSimulator,
} from './server/start-simulator.ts';
export { SimulatorOptionError } from './errors.ts';
