import type { Mjml } from './template/mjml.ts';

/**
 * The HTML of a mail. MJML takes a while to load and is loaded here.
 *
 * @throws when a template is not valid MJML, whatever was inserted.
 */
export async function compileMail({ source }: Mjml): Promise<string> {
  const { default: mjmlToHtml } = await import('mjml');
  const { html, errors } = await mjmlToHtml(source, {
    validationLevel: 'strict',
    keepComments: false,
    fonts: {},
  });
  if (errors.length > 0) {
    throw new Error(
      `The mail is not valid MJML: ${errors.map((e) => e.formattedMessage).join(' ')}`,
    );
  }
  return slim(html);
}

/** MJML indents deeply and spaces its styles: together half of what Gmail lets a mail weigh. */
function slim(html: string): string {
  return html
    .replaceAll(/\n\s*/g, '\n')
    .replaceAll(/ style="[^"]*"/g, (style) =>
      style.replaceAll(/([:;]) /g, '$1').replace(';"', '"'),
    );
}
