import { markdownTable } from '../markdown-table.ts';
import type { Option } from './describe-program.ts';

/** What the value of an option is called, where TEXT would say too little. */
const VALUES: Readonly<Record<string, string>> = {
  date: 'DAY',
  directory: 'DIR',
  from: 'DAY',
  host: 'ADDRESS',
  name: 'NAME',
  page: 'PAGE',
  port: 'PORT',
  project: 'PROJECT',
  resubscribe: 'ADDRESS',
  until: 'DAY',
  week: 'WEEK',
};
/** Options that many commands share, which come last. */
const LAST = ['project', 'from', 'to', 'days', 'json'];
const MOST_CHOICES_IN_NAME = 4;

/** The options of a command as a Markdown table; a sentence when it takes none. */
export function optionTable(options: readonly Option[]): string {
  if (options.length === 0) return 'No options.\n';
  const hasDays = options.some(({ name }) => name === 'from');
  const rows = options
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map((option) => [`\`${called(option, { hasDays })}\``, described(option)]);
  return markdownTable(['Option', 'What it does'], rows);
}

function orderOf({ name, place }: Option): number {
  return place === null ? LAST.indexOf(name) : -2;
}

function called({ name, place, type, choices }: Option, { hasDays }: { hasDays: boolean }): string {
  if (place !== null) return place;
  if (type === 'boolean') return `--${name}`;
  if (choices !== null && isShort(choices)) return `--${name} ${choices.join('|')}`;
  if (type === 'number') return `--${name} N`;
  if (name === 'to') return hasDays ? '--to DAY' : '--to ADDRESS';
  return `--${name} ${VALUES[name] ?? 'TEXT'}`;
}

function described({ describe, choices, default: value, isRequired }: Option): string {
  const list = choices === null || isShort(choices) ? '' : `: ${choices.join(', ')}`;
  const notes = [
    ...(isRequired ? ['required'] : []),
    ...(value === null || describe.includes('default') ? [] : [`default ${value}`]),
  ];
  return `${describe}${list}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

function isShort(choices: readonly string[]): boolean {
  return choices.length <= MOST_CHOICES_IN_NAME;
}
