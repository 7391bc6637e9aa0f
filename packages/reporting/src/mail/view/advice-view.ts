import type { Recommendation, WeeklyReport } from '@clarity-keep/core';
import { adviceRatings } from '@clarity-keep/core';
import { bounded, labelText, linkText } from './bounded-text.ts';

const SHOWN_IN_FULL = 3;
const MAX_SHOWN = 7;
const MAX_LINES = 4;
const TITLE_BYTES = 260;
const LINE_BYTES = 420;
const PROSE_BYTES = 900;

/** What to do, the most important first: three in full, the others by title. Null for nothing. */
export function adviceView({ recommendations, words }: WeeklyReport) {
  if (recommendations.length === 0) return null;
  const shown = recommendations.slice(0, MAX_SHOWN);
  return {
    full: shown.slice(0, SHOWN_IN_FULL).map((one, index) => ({
      number: index + 1,
      ...shortView(one),
      evidence: one.evidence.slice(0, MAX_LINES).map((line) => bounded(line, LINE_BYTES)),
      ...causesOf(one, words),
      verify: bounded(one.verify, LINE_BYTES),
    })),
    more: shown.slice(SHOWN_IN_FULL).map((one, index) => ({
      number: SHOWN_IN_FULL + index + 1,
      ...shortView(one),
      evidence: bounded(one.evidence[0] ?? '', LINE_BYTES),
    })),
  };
}

function shortView({ title, label, links, confidence, effort }: Recommendation) {
  return {
    title: bounded(title, TITLE_BYTES),
    page: label === null ? null : labelText(label),
    ratings: adviceRatings({ confidence, effort }),
    links: { recordings: linkText(links.recordings), heatmap: linkText(links.heatmap) },
  };
}

/** A model's words about a page stand in for ours, and say so. */
function causesOf(
  { page, likelyCauses, checkFirst }: Recommendation,
  words: WeeklyReport['words'],
) {
  const advice = words?.advice.find((one) => one.page === page);
  if (words !== null && advice !== undefined) {
    return {
      words: { text: bounded(advice.text, PROSE_BYTES), author: bounded(words.model, 60) },
      causes: [],
      checkFirst: null,
    };
  }
  return {
    words: null,
    causes: likelyCauses.slice(0, MAX_LINES).map((line) => bounded(line, LINE_BYTES)),
    checkFirst: bounded(checkFirst, LINE_BYTES),
  };
}
