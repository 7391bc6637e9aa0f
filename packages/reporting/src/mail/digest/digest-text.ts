import { aligned, heading, present, RULE, textOf } from '../text/lines.ts';
import type { DigestView } from './digest-view.ts';

/** The mail for readers without HTML: the same words in the same order. */
export function digestText(view: DigestView): string {
  return textOf([
    ['All projects', view.period],
    [view.headline],
    present([view.summary]),
    ...(view.projects.length === 0 ? [] : [heading('Projects, worst first')]),
    ...view.projects.map(projectText),
    ...(view.others.length === 0
      ? []
      : [
          [
            ...heading('Other projects'),
            ...aligned([
              ['project', 'sessions', 'impact'],
              ...view.others.map(({ name, sessions, impact }) => [name, sessions, impact]),
            ]),
            ...present([view.unlisted]),
          ],
        ]),
    ...(view.without === null
      ? []
      : [[...heading('Nothing collected'), view.without, 'Run clarity-keep status to see why.']]),
    [RULE, ...view.method],
    [view.reason, `Unsubscribe: ${view.unsubscribe}`],
  ]);
}

function projectText(project: DigestView['projects'][number]): string[] {
  const { topPage } = project;
  return present([
    project.badge === null ? project.name : `${project.name} [${project.badge}]`,
    project.headline,
    project.facts,
    topPage === null
      ? null
      : `Top page: ${present([topPage.label, `impact ${topPage.impact}`, topPage.signal, topPage.verdict.text]).join(', ')}`,
    project.gaps === null ? null : `! Needs attention: ${project.gaps}`,
    project.dashboard === null ? null : `Open in Clarity: ${project.dashboard}`,
  ]);
}
