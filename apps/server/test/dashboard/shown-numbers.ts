import type { Locator, Page } from 'playwright-core';

const integer = new Intl.NumberFormat('en-US');
const oneDecimal = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A dash for the eye, the word for the ear. */
const UNKNOWN = '–unknown';

export function count(value: number | null): string {
  return value === null ? UNKNOWN : integer.format(value);
}

/** With a decimal where it is small. */
export function impact(value: number | null): string {
  if (value === null) return UNKNOWN;
  return value < 9.95 ? oneDecimal.format(value) : integer.format(Math.round(value));
}

export function percent(value: number | null): string {
  return value === null ? UNKNOWN : `${oneDecimal.format(value)}%`;
}

/** A fraction. */
export function rate(value: number | null): string {
  return value === null ? UNKNOWN : percent(value * 100);
}

/** The part of a page with this name. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true }).first();
}

/** The data of a table, or of the first one in the part with this name: a list per row. */
export async function cells(page: Page, name: string): Promise<string[][]> {
  const own = page.getByRole('table', { name, exact: true });
  const table = (await own.count()) > 0 ? own : part(page, name).locator('table').first();
  if ((await table.count()) === 0) return [];
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('td').allTextContents()));
}

export async function boxOf(locator: Locator): Promise<{ x: number; width: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('Expected something that can be seen.');
  return box;
}
