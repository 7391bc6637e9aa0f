import { rate } from '../../../display/numbers.ts';
import { daysInWords } from '../../../display/dates.ts';
import { pageLinks } from '../../../urls/clarity-links.ts';
import { signalNames } from '../../../display/signal-names.ts';
import type { Fix } from '../../report-model.ts';
import { adviceOfSignal } from '../advice/advice-of-signal.ts';
import { causesOf, medium, small } from '../cause.ts';
import { confidenceOf } from '../confidence.ts';
import { isStandingOut } from '../is-standing-out.ts';
import { pageEvidence } from '../page-evidence.ts';
import { pageTrouble } from '../page-trouble.ts';
import type { Candidate, ReportParts, Rule } from '../rule.ts';
import { verifyPage } from '../verify-page.ts';

/** A fix that was announced, and did not work: said in place of what else there is to say of the page. */
export const failedFix: Rule = (parts) =>
  parts.fixes.flatMap((fix) => {
    const isMuted = parts.muted.some(({ page }) => page === fix.page);
    // A later fix of the same page is the one to judge.
    const isLast = parts.fixes.every(({ page, day }) => page !== fix.page || day <= fix.day);
    const isFailed = fix.verdict === 'made-worse' || fix.verdict === 'no-clear-change';
    return isFailed && isLast && !isMuted ? candidates(parts, fix) : [];
  });

function candidates(parts: ReportParts, fix: Fix): Candidate[] {
  const { signal, change } = fix;
  if (signal === null || change === null) return [];
  const page = parts.pages.top.find((one) => one.page === fix.page);
  const advice = adviceOfSignal(signal);
  const alike = advice.signals.filter(
    (one) => one !== signal && page !== undefined && isStandingOut(page.signals[one]),
  );
  const trouble = page === undefined ? null : pageTrouble(parts, page, [signal, ...alike]);
  const isWorse = fix.verdict === 'made-worse';
  const name = signalNames[signal];
  const day = daysInWords([fix.day]);
  const excess = change.after.sessions * Math.max(0, change.low) * parts.pages.weights[signal];
  const impact = advice.signals.reduce((sum, one) => sum + (page?.signals[one].impact ?? 0), 0);
  return [
    {
      recommendation: {
        rule: 'failed-fix',
        page: fix.page,
        label: fix.label,
        title: isWorse
          ? `Take back or rework the change to ${fix.label}`
          : `Look again at ${fix.label}: the fix shows no effect`,
        evidence: [fix.sentence, ...(trouble === null ? [] : pageEvidence(parts, trouble))],
        ...causesOf(isWorse ? causesOfHarm : causesOfNoEffect),
        checkFirst: `Recordings of this page from after ${day}: see whether visitors get the changed version at all, then where the ${name} happen now.`,
        links: page?.links ?? pageLinks(parts.project.id, fix.page),
        verify:
          trouble === null
            ? `After the next change the rate of ${name}, now ${rate(change.after.rate)}, should fall under the ${rate(change.before.rate)} from before ${day}.`
            : verifyPage(parts, trouble),
        confidence: isWorse ? 'high' : trouble === null ? 'medium' : confidenceOf(trouble, parts),
      },
      trouble: advice.trouble,
      impact: Math.max(impact, excess),
      takesPrecedence: true,
    },
  ];
}

const causesOfHarm = [
  medium('The change moved the trouble instead of removing it.'),
  small('A side effect: something it covers, disables or delays.'),
];

const causesOfNoEffect = [
  medium('The change treats a symptom, and the cause is another.'),
  small('The change is not live for everybody: a cache, an experiment, one template of several.'),
  small('It was made for one device or browser, and others carry the signal.'),
];
