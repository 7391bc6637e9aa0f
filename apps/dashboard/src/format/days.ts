const DAY_MS = 86_400_000;

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const month = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `17 Nov`. */
export function shortDay(day: string): string {
  return short.format(dateOf(day));
}

/** `Tue 17 Nov 2026`. */
export function longDay(day: string): string {
  return long.format(dateOf(day)).replaceAll(',', '');
}

/** `Nov 2026`. */
export function monthText(day: string): string {
  return month.format(dateOf(day));
}

/** `17 to 23 Nov 2026`; one day alone is named with its weekday. */
export function spanText(from: string, to: string): string {
  if (from === to) return longDay(from);
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = isSameYear ? shortDay(from) : `${shortDay(from)} ${from.slice(0, 4)}`;
  return `${start} to ${shortDay(to)} ${to.slice(0, 4)}`;
}

export function dayAfter(day: string): string {
  return new Date(dateOf(day).getTime() + DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Monday. */
export function weekdayOf(day: string): number {
  return (dateOf(day).getUTCDay() + 6) % 7;
}

/** `2026-11-24 12:06 UTC`, as the ledger has it. */
export function minuteUtc(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

/** Days that follow each other as one stretch: `17 to 19 Nov`, `23 Nov`. */
export function stretchTexts(days: readonly string[]): string[] {
  const stretches: { first: string; last: string }[] = [];
  for (const day of days) {
    const current = stretches.at(-1);
    if (current !== undefined && dayAfter(current.last) === day) current.last = day;
    else stretches.push({ first: day, last: day });
  }
  return stretches.map(({ first, last }) => {
    if (first === last) return shortDay(first);
    const isSameMonth = first.slice(0, 7) === last.slice(0, 7);
    return `${isSameMonth ? String(Number(first.slice(8))) : shortDay(first)} to ${shortDay(last)}`;
  });
}

/** How long ago an instant was, in its largest unit: `17 hours ago`. */
export function agoText(instant: string, now: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 60_000));
  if (minutes < 1) return 'just now';
  const [amount, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), 'hour']
        : [Math.floor(minutes / 1440), 'day'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`;
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
