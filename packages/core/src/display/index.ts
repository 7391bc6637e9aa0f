// A door of its own for every program's first steps: core's main door loads zod, which help need not wait for.
export { displayText, shortenMiddle } from './safe-text/display-text.ts';
export { impactDefinition } from './sentences/impact.ts';
export { alternatives, listed } from './lists.ts';
export { escapeUnseen } from './safe-text/escape-unseen.ts';
