import { Eta } from 'eta';

/**
 * The HTML of an eta template of MJML, filled from a view. MJML takes a while to load and is loaded here.
 *
 * @throws when the template is not valid MJML, whatever the view holds.
 */
export async function compileMail(template: string, view: object): Promise<string> {
  const mjml = new Eta({ autoEscape: true, autoTrim: false }).renderString(template, view);
  const { default: mjmlToHtml } = await import('mjml');
  const { html, errors } = await mjmlToHtml(mjml, {
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
