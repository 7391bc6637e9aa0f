/**
 * What the mail looks like. The first sheet is written into the elements, for clients that drop style
 * sheets; the others stay sheets. Every colour pair has a contrast of at least 4.5.
 */
export const mailStyles = `<mj-style inline="inline">
h1 { margin: 10px 0 0; font-size: 26px; line-height: 34px; font-weight: 700; overflow-wrap: anywhere; }
h2 { margin: 0 0 10px; font-size: 19px; line-height: 26px; font-weight: 700; }
p { margin: 0; }
a { color: #0b5cad; }
a.button { display: inline-block; padding: 10px 18px; border-radius: 6px; background-color: #0b5cad; color: #ffffff; font-weight: 700; text-decoration: none; }
table.full { border-collapse: collapse; }
.kicker { font-size: 15px; line-height: 21px; color: #9a3412; font-weight: 700; overflow-wrap: anywhere; }
.more { margin: 20px 0 0; font-size: 15px; line-height: 20px; }
.small { font-size: 13px; line-height: 19px; color: #57606a; }
.note { margin: 12px 0 0; }
.right { text-align: right; }
td.card { width: 50%; padding: 10px 8px 14px 0; vertical-align: top; }
.figure { font-size: 24px; line-height: 32px; font-weight: 700; }
.worse { color: #b42318; font-weight: 700; }
.better { color: #067647; font-weight: 700; }
.head { padding: 8px 0; font-size: 13px; line-height: 18px; color: #57606a; font-weight: 400; text-align: left; border-bottom: 1px solid #d0d7de; }
th.right { text-align: right; }
.cell { padding: 10px 0; text-align: left; font-weight: 400; vertical-align: top; font-size: 15px; line-height: 20px; border-bottom: 1px solid #e6e9ed; }
td.cell { width: 52px; text-align: right; padding-left: 8px; white-space: nowrap; }
td.change { width: 98px; font-size: 13px; color: #57606a; }
td.gap-cell { padding: 14px 16px; background-color: #fff6e0; border-left: 4px solid #b45309; }
.gap-title { margin: 0 0 6px; font-size: 16px; line-height: 22px; }
.gap-line { margin: 4px 0 0; font-size: 14px; line-height: 20px; }
table.page { margin: 20px 0 0; border-top: 1px solid #d0d7de; overflow-wrap: anywhere; word-break: break-word; }
td.rank { width: 28px; padding: 16px 0 4px; vertical-align: top; font-size: 15px; line-height: 22px; color: #57606a; }
td.page-name { padding: 16px 8px 4px 0; vertical-align: top; font-size: 16px; line-height: 22px; font-weight: 700; }
td.page-impact { width: 76px; padding: 16px 0 4px; vertical-align: top; font-size: 17px; line-height: 20px; }
table.bar { margin: 2px 0 8px; font-size: 1px; line-height: 6px; }
.bar-on { height: 6px; background-color: #c2410c; }
.bar-calm { height: 6px; background-color: #3b76b0; }
.bar-off { height: 6px; background-color: #e6e9ed; }
b.name { font-size: 14px; color: #1f2933; }
.part { margin: 8px 0 0; }
.links { margin: 10px 0 0; font-size: 14px; }
table.bars { font-size: 15px; line-height: 21px; overflow-wrap: anywhere; word-break: break-word; }
.bar-label { padding: 6px 8px 0 0; text-align: left; font-weight: 400; }
.bar-value { padding: 6px 0 0; vertical-align: top; white-space: nowrap; }
.bar-row { padding: 4px 0 0; }
.footer { margin: 0 0 8px; overflow-wrap: anywhere; }
</mj-style>
<mj-style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { h1 { font-size: 22px !important; line-height: 29px !important; } }
@media (prefers-color-scheme: dark) {
  body, [role="article"], .desk, .desk > table { background-color: #0f1318 !important; background: #0f1318 !important; }
  .paper, .paper > table { background-color: #1a2027 !important; background: #1a2027 !important; }
  .paper div, .paper td, .paper th, .paper p, .paper .name, .desk .strong { color: #e8ecf1 !important; }
  .desk p, .paper .small, .paper .small p, .paper .head, .paper .rank, .paper .change { color: #a3afbc !important; }
  .paper .kicker { color: #f5a57a !important; }
  .paper a { color: #82bbff !important; }
  .paper a.button { background-color: #82bbff !important; color: #0f1318 !important; }
  .paper .worse { color: #ff9b8f !important; }
  .paper .better { color: #6fd6a4 !important; }
  .paper .gap-cell { background-color: #33290f !important; border-left-color: #e0a030 !important; }
  .paper .cell, .paper .head, .paper .page { border-color: #323b46 !important; }
  .paper .bar-on { background-color: #f0834f !important; }
  .paper .bar-calm { background-color: #6ea8e0 !important; }
  .paper .bar-off { background-color: #323b46 !important; }
}
</mj-style>
<mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>`;
