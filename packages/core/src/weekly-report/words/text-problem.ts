/** Why a text does not hold, apart from its numbers. */
export type TextProblem = 'empty' | 'too-long' | 'characters' | 'address' | 'instruction';

/** Latin letters, digits and plain punctuation: no markup, links, paths or addresses. */
const PLAIN = /^[\p{Script=Latin}0-9 .,;:!?'"’‘“”()%+×–—&-]+$/u;

/** Many mail programs turn a host into a link: `evil.example`. */
const HOST = /[\p{L}\p{N}-]\.[\p{L}\p{N}-]*\p{L}{2}/u;
/** A reader would still understand `evil dot example`. */
const SPELT_HOST = /[\p{L}\p{N}] dot [\p{L}\p{N}]/iu;
const SCHEME = /\b(?:https?|www)\b|\b(?:ftp|mailto|tel|javascript|data):/i;

/** What a text about a website has no reason to say: an echo of the prompt or of whoever wrote it. */
const ABOUT_ITSELF =
  /\b(?:instructions?|prompts?|ignore (?:all|any|the|these|previous)|untrusted|as an ai|language model|json|system message|password|api keys?)\b/i;

/** Why a model's text is not the plain English it was asked for; null when it is. */
export function textProblem(text: string, longest: number): TextProblem | null {
  if (text === '') return 'empty';
  if (text.length > longest) return 'too-long';
  if (!PLAIN.test(text)) return 'characters';
  if (HOST.test(text) || SPELT_HOST.test(text) || SCHEME.test(text)) return 'address';
  return ABOUT_ITSELF.test(text) ? 'instruction' : null;
}
