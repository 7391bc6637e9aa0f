/** Texts for a day that are at the edges of what a calendar, a database or a program can hold. */
export const extremeDays = [
  '2026-11-20',
  '2024-02-29',
  '2000-01-01',
  '1999-12-31',
  '2100-12-31',
  '2101-01-01',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '+010000-01-01',
  '-000001-12-31',
  '2000-02-30',
  '2023-02-29',
  '２０２６-11-20',
  '2026-11-20\n',
  '',
  'today',
] as const;

/** Numbers of days likewise. */
export const extremeCounts = [
  1,
  7,
  3660,
  3661,
  0,
  -1,
  1.5,
  1e308,
  Infinity,
  Number.NaN,
  2 ** 53,
] as const;
