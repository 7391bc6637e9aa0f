import type { Output } from '@clarity-keep/command-line';

/** Tells what the first collection of a project asks of Clarity. */
export function showFirstCalls(output: Output): void {
  output.write(
    'The first collection makes nine calls: the site as a whole, pages by device and sources by device,\n' +
      'each for the last 24, 48 and 72 hours. Clarity answers ten a day.\n',
  );
}
