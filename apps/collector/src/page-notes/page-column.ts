import { nameText } from '@clarity-keep/core';
import type { Column, Screen } from '@clarity-keep/command-line/table';
import { shortenToWidth, withoutCommonOrigin } from '@clarity-keep/command-line/table';

/** At most a third of the screen: the sentence beside the page takes the rest. */
export function pageColumn<Row extends { page: string }>(
  rows: readonly Row[],
  { columns }: Pick<Screen, 'columns'>,
): Column<Row> {
  const common = withoutCommonOrigin(rows.map(({ page }) => nameText(page)));
  const names = new Map(
    rows.map(({ page }, index) => [page, common?.paths[index] ?? nameText(page)]),
  );
  const fitted = (text: string): string => shortenToWidth(text, Math.floor(columns / 3));
  return {
    head: fitted(common === null ? 'page' : `page on ${common.host}`),
    kind: 'left',
    cell: ({ page }) => fitted(names.get(page) ?? nameText(page)),
  };
}
