import { afterEach, beforeEach } from 'vitest';

const seed = process.env['TEST_SEED'];
if (seed !== undefined && seed !== 'random') {
  const fc = await import('fast-check');
  fc.configureGlobal({ seed: Number(seed) });
}

/** A test that prints fails: what the product says goes to the streams it is given. */
const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
const streams = [process.stdout, process.stderr];
const printed: string[] = [];

for (const method of methods) {
  console[method] = (...values: unknown[]) => {
    printed.push(`console.${method}: ${values.map(String).join(' ')}`);
  };
}
for (const stream of streams) {
  stream.write = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    printed.push(Buffer.from(chunk).toString());
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
}

beforeEach(() => {
  printed.length = 0;
});

afterEach(() => {
  if (printed.length === 0) return;
  throw new Error(`The test printed what nobody expected:\n${printed.splice(0).join('\n')}`);
});
