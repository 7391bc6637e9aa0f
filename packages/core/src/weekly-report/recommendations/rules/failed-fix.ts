import { rate } from '../../../display/numbers.ts';
import { daysInWords } from '../../../display/dates.ts';
import { pageLinks } from '../../../urls/clarity-links.ts';
import { signalNames } from '../../../display/names/signal-names.ts';
import type { Fix } from '../../report-model.ts';
import { adviceOfSignal } from '../advice/advice-of-signal.ts';
import { causesOf, medium, small } from '../cause.ts';
import { confidenceOf } from '../confidence.ts';
import { isStandingOut } from '../is-standing-out.ts';
import { pageEvidence } from '../page-evidence.ts';
import { pageTrouble } from '../page-trouble.ts';
import type { Candidate, ReportParts, Rule } from '../rule.ts';
import { verifyPage } from '../verify-page.ts';

/** A recorded fix that did not work. It takes the place of other advice about the page. */
export const failedFix: Rule = (parts) =>
  parts.fixes.flatMap((fix) => {
    const isMuted = parts.muted.some(({ page }) => page === fix.page);
    // Only the latest fix of a page is judged.
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
          ? `${fix.label} got worse after the change on ${day}. Undo or rework that change.`
          : `The fix of ${day} on ${fix.label} shows no clear effect. Take another look.`,
        evidence: [fix.sentence, ...(trouble === null ? [] : pageEvidence(parts, trouble))],
        ...causesOf(isWorse ? causesOfHarm : causesOfNoEffect),
        checkFirst: `Open the recordings of this page from after ${day}. Check whether visitors get the changed version, then look for ${name}.`,
        links:
          page?.links ??
          pageLinks(parts.project.id, fix.page, {
            ...parts.days,
            timeZone: parts.project.timeZone,
          }),
        verify:
          trouble === null
            ? `After the next change, ${name} should fall from ${rate(change.after.rate)} of sessions to below ${rate(change.before.rate)}, the rate before ${day}.`
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
  medium('The change moved the problem instead of removing it.'),
  small('A side effect: something the change covers, disables or slows down.'),
];

const causesOfNoEffect = [
  medium('The change treats a symptom, not the cause.'),
  small("The change isn't live for everyone: a cache, an experiment, one of several templates."),
  small('The change covers one device or browser, but the problem is on others.'),
];
