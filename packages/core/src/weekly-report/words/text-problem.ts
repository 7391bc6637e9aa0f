/** Why a text does not hold, before its numbers are looked at. */
export type TextProblem = 'empty' | 'too-long' | 'characters' | 'address' | 'instruction';

/** Latin letters, digits and the marks of plain sentences: no markup, no links, no paths, no addresses. */
const PLAIN = /^[\p{Script=Latin}0-9 .,;:!?'"’‘“”()%+×–—&-]+$/u;

/** A host would become a link in many mail programs: `evil.example`. */
const HOST = /[\p{L}\p{N}-]\.[\p{L}\p{N}-]*\p{L}{2}/u;
/** And a reader would know what to make of `evil dot example`. */
const SPELT_HOST = /[\p{L}\p{N}] dot [\p{L}\p{N}]/iu;
const SCHEME = /\b(?:https?|www)\b|\b(?:ftp|mailto|tel|javascript|data):/i;

/** What a text about a website has no reason to say: an echo of what the model was told, or of who tells it. */
const ABOUT_ITSELF =
  /\b(?:instructions?|prompts?|ignore (?:all|any|the|these|previous)|untrusted|as an ai|language model|json|system message|password|api keys?)\b/i;

/** What of a model's text is not the plain English that was asked for, or null. */
export function textProblem(text: string, longest: number): TextProblem | null {
  if (text === '') return 'empty';
  if (text.length > longest) return 'too-long';
  if (!PLAIN.test(text)) return 'characters';
  if (HOST.test(text) || SPELT_HOST.test(text) || SCHEME.test(text)) return 'address';
  return ABOUT_ITSELF.test(text) ? 'instruction' : null;
}
