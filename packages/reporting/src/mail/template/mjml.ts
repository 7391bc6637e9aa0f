import { escapeHtml } from '@clarity-keep/core';

/** MJML whose texts are escaped. Only `mjml` and `literal` make it. */
export class Mjml {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** What may stand in a template: null stands for nothing, a list for its items one after the other. */
export type Part = Mjml | string | number | null | readonly Part[];

/**
 * A piece of a mail as MJML. What is inserted is escaped, unless it is MJML itself:
 *
 *     mjml`<h3 title="${title}">${rank} ${label}</h3>${links.map((link) => mjml`<a href="${link}">more</a>`)}`
 */
export function mjml(strings: TemplateStringsArray, ...parts: readonly Part[]): Mjml {
  const source = strings.map((text, index) => text + sourceOf(parts[index] ?? null)).join('');
  return new Mjml(source);
}

/** A constant of ours as it is, such as a style sheet or attributes. Never text of others. */
export function literal(source: string): Mjml {
  return new Mjml(source);
}

function sourceOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Mjml) return part.source;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(sourceOf).join('');
}
