import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules whose answer depends on how wide the window is, and whether it is dark. */
const OF_APPEARANCE = ['color-contrast', 'scrollable-region-focusable', 'target-size'];

/** The serious and critical issues that axe finds on a page, with what they are about. */
export async function findBarriers(
  page: Page,
  rules: 'all' | 'of-appearance' = 'all',
): Promise<string[]> {
  // By the debugger, which the policy of the page does not keep out.
  await page.evaluate(axe);
  const options = {
    resultTypes: ['violations'],
    ...(rules === 'all' ? {} : { runOnly: { type: 'rule', values: OF_APPEARANCE } }),
  };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
