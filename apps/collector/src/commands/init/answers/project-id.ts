/** The project id in the input: the id itself, or the pasted URL of the dashboard. */
export function projectIdIn(text: string): string {
  const [, id] = /\/projects\/view\/([^/?#\s]+)/.exec(text) ?? [];
  return id ?? text.trim();
}
