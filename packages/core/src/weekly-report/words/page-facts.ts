import { counted, integer, rate } from '../../display/numbers.ts';
import { signals } from '../../segments/signals.ts';
import { daysInWords } from '../../display/dates.ts';
import { frustratingSignal } from '../pages/clear-frustration.ts';
import { deviceName } from '../../display/names/device-names.ts';
import { signalNames } from '../../display/names/signal-names.ts';
import { label } from '../../display/names/page-names.ts';
import type { DeviceContrast, ReportedPage, WeeklyReport } from '../report-model.ts';
import { changeFacts } from './change-facts.ts';
import type { Facts } from './model-brief.ts';

/** What a model gets about one page. The only names are those of signals, and of devices and browsers that are plain words. */
export function pageFacts(report: WeeklyReport, page: ReportedPage): Facts {
  const { siteRates } = report.pages;
  const ofPage = report.recommendations.filter((one) => one.page === page.page);
  return {
    sessions: counted(page.sessions, 'session'),
    verdict: page.verdict,
    signals: signals
      .filter((signal) => {
        const { impact, change } = page.signals[signal];
        return impact > 0 || (change !== null && change.verdict !== 'no-clear-change');
      })
      .map((signal) => {
        const { affected, rate: share, change } = page.signals[signal];
        return {
          signal: signalNames[signal],
          rate: rate(share),
          affected: counted(affected, 'session'),
          allPages: rate(siteRates[signal]),
          change: change === null ? null : changeFacts(change),
        };
      }),
    device: page.contrast === null ? null : contrastFacts(page.contrast),
    worseSince: page.since === null ? null : daysInWords([page.since]),
    standsOut: standsOutFacts(page),
    advice: ofPage.map(({ likelyCauses, effort, confidence }) => ({
      likelyCauses: likelyCauses.filter((cause) => isOurs(report, cause)),
      effort,
      confidence,
    })),
  };
}

function standsOutFacts(page: ReportedPage): Facts {
  const signal = frustratingSignal(page);
  if (page.weeks < 2 || signal === null) return null;
  return `for ${signalNames[signal]}, ${page.weeks} weeks in a row`;
}

function contrastFacts({
  device,
  signal,
  rate: share,
  affected,
  sessions,
  otherRate,
}: DeviceContrast): Facts {
  return `${signalNames[signal]} on ${plainDevice(device) ?? 'one device'}: ${rate(share)} of its sessions (${integer(affected)} of ${integer(sessions)}); ${rate(otherRate)} on all other devices`;
}

/** A name that is a single word of letters, or null: session records can have any text here. */
export function plainName(name: string): string | null {
  return /^[A-Za-z]{2,20}$/.test(name) ? name : null;
}

/** The same for a device, by its name for people: a model should also write "Desktop". */
export function plainDevice(device: string): string | null {
  const name = plainName(device);
  return name === null ? null : deviceName(name);
}

/** A cause may name a browser. */
function isOurs({ browsers }: WeeklyReport, cause: string): boolean {
  return (browsers?.contrasts ?? []).every(
    ({ browser }) => plainName(browser) !== null || !cause.includes(label(browser)),
  );
}
