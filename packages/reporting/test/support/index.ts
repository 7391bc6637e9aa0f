export { aDigest } from './a-digest.ts';
export { aModel, honest } from './a-model.ts';
export { WEEK } from './a-report.ts';
