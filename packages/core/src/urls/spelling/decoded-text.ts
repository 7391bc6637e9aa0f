/** Links that pass through a mailer or a redirect come encoded twice. */
const ROUNDS = 2;

/** A piece of a URL decoded, to be judged but never stored: encoding it again may give other bytes. */
export function decodedText(piece: string): string {
  let text = piece;
  for (let round = 0; round < ROUNDS && text.includes('%'); round += 1) text = decodeOnce(text);
  return text;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not well formed, but what is ASCII of it can be told.
    return text.replaceAll(/%([0-7][0-9a-f])/gi, (_escape, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}
