export type { AlertStore } from './alerts/alert-store.ts';
export type { CollectionFacts } from './alerts/collection-facts.ts';
export { sendAlerts } from './alerts/send-alerts.ts';
export { withPings } from './pings/with-pings.ts';
export { connectionProblem } from './post.ts';
export type { Fetch } from './post.ts';
