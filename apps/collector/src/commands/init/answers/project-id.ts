/** The project id in what was typed: the id itself, or the pasted address of the dashboard. */
export function projectIdIn(text: string): string {
  const [, id] = /\/projects\/view\/([^/?#\s]+)/.exec(text) ?? [];
  return id ?? text.trim();
}
