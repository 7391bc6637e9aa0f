import type { MailView } from '../view/mail-view.ts';
import { adviceTemplate } from './advice-template.ts';
import { audienceTemplate } from './audience-template.ts';
import { heroTemplate } from './hero-template.ts';
import { mailFrame } from './mail-frame.ts';
import { missingTemplate } from './missing-template.ts';
import type { Mjml } from './mjml.ts';
import { mjml } from './mjml.ts';
import { outcomesTemplate } from './outcomes-template.ts';
import { pagesTemplate } from './pages-template.ts';
import { totalsTemplate } from './totals-template.ts';
import { trendTemplate } from './trend-template.ts';

/** The mail as MJML. What matters most comes first. Bars are table cells, because clients block images. */
export function mailTemplate(view: MailView): Mjml {
  return mailFrame(
    'Weekly report',
    view,
    mjml`${heroTemplate(view)}
${adviceTemplate(view.advice)}
${totalsTemplate(view.totals)}
${trendTemplate(view.trend)}
${pagesTemplate(view.pages)}
${outcomesTemplate(view.outcomes)}
${audienceTemplate(view.audience)}
${missingTemplate(view.missing)}`,
  );
}
