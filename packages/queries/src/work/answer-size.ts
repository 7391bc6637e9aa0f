/** What a number, a truth value or null takes, with the comma after it. */
const SCALAR_CHARACTERS = 6;

/** How large an answer is, without writing it: its rows, and about how many characters its JSON has. */
export function answerSize(answer: unknown): { rows: number; characters: number } {
  const rows = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'rows') : null;
  return { rows: Array.isArray(rows) ? rows.length : 0, characters: charactersOf(answer) };
}

function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return SCALAR_CHARACTERS;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, part) => sum + charactersOf(part), 2);
  }
  let sum = 2;
  for (const [key, part] of Object.entries(value)) sum += key.length + 3 + charactersOf(part);
  return sum;
}
