import { styleText } from 'node:util';
import type { Output } from '../cli-deps.ts';

const UNKNOWN_COLUMNS = 100;
const FEWEST_COLUMNS = 60;

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** What text is laid out for. */
export interface Screen {
  columns: number;
  /** Plain text where colours are not wanted. */
  paint(style: Style, text: string): string;
}

/** The screen behind an output; colours only on a terminal, and not when NO_COLOR says so. */
export function screenOf(
  output: Output,
  variables: Readonly<Record<string, string | undefined>>,
): Screen {
  const hasColours = output.isTTY === true && (variables['NO_COLOR'] ?? '') === '';
  return {
    columns: Math.max(FEWEST_COLUMNS, output.columns ?? UNKNOWN_COLUMNS),
    paint: (style, text) => (hasColours ? styleText(style, text, { validateStream: false }) : text),
  };
}
