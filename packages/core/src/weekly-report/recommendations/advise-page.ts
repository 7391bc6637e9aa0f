import { deviceInSentence } from '../../display/names/device-names.ts';
import type { SignalAdvice } from './advice/signal-advice.ts';
import { causesOf } from './cause.ts';
import { confidenceOf } from './confidence.ts';
import { pageEvidence } from './page-evidence.ts';
import type { PageTrouble } from './page-trouble.ts';
import type { Candidate, ReportParts } from './rule.ts';
import { verifyPage } from './verify-page.ts';

/** What an advice says about a page's trouble. */
export function advisePage(
  parts: ReportParts,
  { advice, trouble, impact }: { advice: SignalAdvice; trouble: PageTrouble; impact: number },
): Candidate {
  const { page, device } = trouble;
  const start = device === null ? '' : ` Start with ${deviceInSentence(device)}.`;
  return {
    recommendation: {
      rule: advice.rule,
      page: page.page,
      label: page.label,
      title: `${advice.title(trouble)}${start}`,
      evidence: pageEvidence(parts, trouble),
      ...causesOf(advice.causes(trouble)),
      checkFirst: advice.checkFirst(trouble),
      links: page.links,
      verify: verifyPage(parts, trouble),
      confidence: confidenceOf(trouble, parts),
    },
    trouble: advice.trouble,
    impact,
    takesPrecedence: false,
  };
}
