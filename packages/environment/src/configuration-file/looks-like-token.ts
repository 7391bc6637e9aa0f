/** Whether a text contains what every Clarity token begins with: a JSON object in base64. */
export function looksLikeToken(text: unknown): boolean {
  return typeof text === 'string' && text.includes('eyJ');
}
