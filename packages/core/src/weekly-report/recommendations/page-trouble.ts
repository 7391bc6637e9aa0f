import type { Day } from '../../calendar/day.ts';
import type { Signal } from '../../segments/signals.ts';
import { label } from '../../display/names/page-names.ts';
import type { BrowserContrast, DeviceContrast, ReportedPage } from '../report-model.ts';
import { isDesktop, isTouch } from './device-kind.ts';
import type { PageKind } from './page-kind.ts';
import { pageKind } from './page-kind.ts';
import type { ReportParts } from './rule.ts';

/** Signals of one page that are looked at together, and what is known about them. */
export interface PageTrouble {
  page: ReportedPage;
  /** The strongest first. */
  signals: readonly [Signal, ...Signal[]];
  kind: PageKind;
  /** The device that carries one of the signals. */
  contrast: DeviceContrast | null;
  /** As Clarity's filters call it; null without a contrast. */
  device: string | null;
  isTouchOnly: boolean;
  isDesktopOnly: boolean;
  /** Browsers that one of the signals sticks to across the site. */
  browsers: readonly BrowserContrast[];
  /** The day it has been worse since. */
  since: Day | null;
  /** Whether script errors are proven on this page. */
  hasScriptErrors: boolean;
}

/** What is known about some signals of a page. */
export function pageTrouble(
  parts: ReportParts,
  page: ReportedPage,
  signals: PageTrouble['signals'],
): PageTrouble {
  const contrast =
    page.contrast !== null && signals.includes(page.contrast.signal) ? page.contrast : null;
  const isMain = page.mainSignal !== null && signals.includes(page.mainSignal);
  return {
    page,
    signals,
    kind: pageKind(page.page),
    contrast,
    device: contrast === null ? null : label(contrast.device),
    isTouchOnly: contrast !== null && isTouch(contrast.device),
    isDesktopOnly: contrast !== null && isDesktop(contrast.device),
    browsers: (parts.browsers?.contrasts ?? []).filter(({ signal }) => signals.includes(signal)),
    since: isMain ? page.since : null,
    hasScriptErrors: page.signals.scriptErrors.impact > 0,
  };
}
