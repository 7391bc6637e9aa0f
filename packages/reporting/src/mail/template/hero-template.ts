import type { MailView } from '../view/mail-view.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { LAYOUT } from './table.ts';

/** The project and week, what matters most in it, and what needs attention. */
export function heroTemplate(view: MailView): Mjml {
  const { sample, missing, project, period, headline, summary, dashboard } = view;
  return mjml`<mj-text>
    ${sample === null ? null : mjml`<table ${LAYOUT}><tr><td class="banner">${sample}</td></tr></table><p class="gap">&nbsp;</p>`}
    ${missing === null ? null : notice(missing)}
    <p class="small"><b class="strong">${project}</b> &nbsp;·&nbsp; ${period}</p>
    <h1>${headline}</h1>
    <p class="lead">${summary.text}</p>
    ${summary.author === null ? null : mjml`<p class="small note">Written by AI (${summary.author}) from the numbers in this report.</p>`}
    ${dashboard === null ? null : mjml`<p class="action"><a class="button" href="${dashboard}">Open in Clarity</a></p>`}
  </mj-text>`;
}

function notice({ notice: first, others }: NonNullable<MailView['missing']>): Mjml {
  return mjml`<table ${LAYOUT}><tr><td class="notice"><b>Needs attention:</b> ${first}${others === null ? null : [' ', others]}</td></tr></table><p class="gap">&nbsp;</p>`;
}
