import { mailFrame } from '../template/mail-frame.ts';
import type { Mjml } from '../template/mjml.ts';
import { mjml } from '../template/mjml.ts';
import { LAYOUT } from '../template/table.ts';
import type { DigestView } from './digest-view.ts';

/**
 * The mail of all projects as MJML. The rows of the many have no classes: a style on each of them
 * would be half of the mail.
 */
export function digestTemplate(view: DigestView): Mjml {
  return mailFrame(
    'Weekly digest',
    view,
    mjml`<mj-text>
    <p class="small"><b class="strong">All projects</b> &nbsp;·&nbsp; ${view.period}</p>
    <h1>${view.headline}</h1>
    <p class="lead">${view.summary}</p>
  </mj-text>
${worst(view)}
${others(view)}
${without(view)}`,
  );
}

function worst({ projects }: DigestView): Mjml | null {
  if (projects.length === 0) return null;
  return mjml`
  <mj-text>
    <h2>Projects, worst first</h2>
    ${projects.map(project)}
  </mj-text>
`;
}

function project(one: DigestView['projects'][number]): Mjml {
  const { name, badge, headline, facts, topPage, gaps, dashboard, recordings } = one;
  return mjml`
    <table ${LAYOUT}><tr><td class="entry">
      <h3>${name}</h3>
      ${badge === null ? null : mjml`<p><span class="chip chip-worse">${badge}</span></p>`}
      <p class="part">${headline}</p>
      <p class="small">${facts}</p>
      ${topPage === null ? null : topPageLine(topPage)}
      ${gaps === null ? null : mjml`<p class="small"><b>Needs attention:</b> ${gaps}</p>`}
      ${dashboard === null ? null : mjml`<p class="small"><a href="${dashboard}">Open in Clarity</a>${recordings === null ? null : mjml` &nbsp; <a href="${recordings}">Recordings of the top page</a>`}</p>`}
    </td></tr></table>
    `;
}

function topPageLine({
  label,
  impact,
  signal,
  verdict,
}: NonNullable<DigestView['projects'][number]['topPage']>): Mjml {
  return mjml`<p class="small">Top page: <b class="strong">${label}</b>, impact ${impact}${signal === null ? null : [', ', signal]}, <span class="${verdict.tone}">${verdict.text}</span></p>`;
}

function others(view: DigestView): Mjml | null {
  if (view.others.length === 0) return null;
  return mjml`
  <mj-text>
    <h2>Other projects</h2>
    <table width="100%" cellpadding="0" cellspacing="0" style="line-height: 26px;">
      <tr><th scope="col" class="head">Project</th><th scope="col" class="head right" width="72">Sessions</th><th scope="col" class="head right" width="64">Impact</th></tr>
      ${view.others.map(row)}
    </table>
    ${view.unlisted === null ? null : mjml`<p class="small note">${view.unlisted}</p>`}
  </mj-text>
`;
}

function row({ name, sessions, impact, dashboard }: DigestView['others'][number]): Mjml {
  const named = dashboard === null ? name : mjml`<a href="${dashboard}">${name}</a>`;
  return mjml`<tr><td>${named}</td><td align="right">${sessions}</td><td align="right">${impact}</td></tr>
      `;
}

function without(view: DigestView): Mjml | null {
  if (view.without === null) return null;
  return mjml`
  <mj-text>
    <h2>Nothing collected</h2>
    <p>${view.without}</p>
    <p class="small note">Run clarity-keep status to see why.</p>
  </mj-text>
`;
}
