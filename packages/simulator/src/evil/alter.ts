import type { Answer } from './behaviour.ts';

/** A metric or a record, when it need not be one any more. */
export type Item = Record<string, unknown>;

/** New values of fields, given or made of the old one. */
export type Changes = Record<string, unknown>;

/** The items of an answer, its metrics or its records. */
export function itemsOf(answer: Answer): Item[] {
  return answer.map((item): Item => ({ ...item }));
}

export function isMetric(item: Item): item is Item & { metricName: string; information: Item[] } {
  return 'metricName' in item;
}

/** The answer with each metric as `alter` leaves it; records stay. */
export function withMetrics(
  answer: Answer,
  alter: (metric: { metricName: string; information: Item[] }) => Item | null,
): Item[] {
  return itemsOf(answer).flatMap((item) => {
    if (!isMetric(item)) return [item];
    const changed = alter(item);
    return changed === null ? [] : [changed];
  });
}

/** The answer with each row of its metrics, or each record, as `alter` leaves it. */
export function withRows(
  answer: Answer,
  alter: (row: Item, at: { index: number; metricName: string | null }) => unknown,
): Item[] {
  return itemsOf(answer).map((item, index) =>
    isMetric(item)
      ? {
          ...item,
          information: item.information.map((row, nth) =>
            alter(row, { index: nth, metricName: item.metricName }),
          ),
        }
      : (alter(item, { index, metricName: null }) as Item),
  );
}

/**
 * The answer with other values in fields that are there, in the first rows of each metric or the first
 * records. A function makes the new value of the old one.
 */
export function withValues(
  answer: Answer,
  changes: Changes,
  { rows = 1 }: { rows?: number } = {},
): Item[] {
  return withRows(answer, (row, { index }) =>
    index < rows ? Object.fromEntries(Object.entries(row).map(changed)) : row,
  );

  function changed([key, value]: [string, unknown]): [string, unknown] {
    const change = Object.hasOwn(changes, key) ? changes[key] : value;
    return [key, typeof change === 'function' ? (change(value) as unknown) : change];
  }
}

/** Text in a part of the URL that does not identify a page: an advertising parameter. */
export function withNoiseInUrls(answer: Answer, noise: string): Item[] {
  return withRows(answer, (row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) =>
        ['Url', 'url', 'PageUrl'].includes(key) && typeof value === 'string'
          ? [key, `${value}${value.includes('?') ? '&' : '?'}fbclid=${noise}`]
          : [key, value],
      ),
    ),
  );
}
