import { literal } from './mjml.ts';

/**
 * What the mail looks like. This sheet is written into the elements, for clients that drop style sheets.
 * Every colour pair has a contrast of at least 4.5.
 */
export const mailStyles = literal(`<mj-style inline="inline">
.paper { overflow-wrap: anywhere; }
h1 { margin: 6px 0 0; font-size: 27px; line-height: 34px; font-weight: 700; letter-spacing: -0.3px; }
h2 { margin: 0; padding: 42px 0 12px; font-size: 20px; line-height: 27px; font-weight: 700; letter-spacing: -0.2px; }
h3 { margin: 0; font-size: 16px; line-height: 22px; font-weight: 700; }
p { margin: 0; }
ul { margin: 4px 0 0; padding: 0 0 0 18px; }
li { margin: 0 0 3px; }
a { color: #1f4fd8; }
img { font-family: Helvetica, Arial, sans-serif; line-height: 17px; color: #4d5863; }
.mark { display: inline-block; width: 14px; border-radius: 4px; background-color: #1f4fd8; font-size: 12px; line-height: 14px; }
td.brand { font-size: 14px; line-height: 20px; font-weight: 700; }
td.issue { font-size: 13px; line-height: 20px; color: #4d5863; text-align: right; }
td.banner { padding: 9px 14px; border-radius: 8px; background-color: #efe9fd; color: #5b21b6; font-size: 13px; line-height: 19px; font-weight: 700; }
td.notice { padding: 10px 14px; border-radius: 8px; background-color: #fff4dc; color: #713f00; font-size: 13px; line-height: 19px; }
.gap { font-size: 1px; line-height: 12px; }
.lead { margin: 10px 0 0; font-size: 16px; line-height: 25px; color: #36424e; }
.action { margin: 16px 0 0; }
.small { font-size: 13px; line-height: 19px; color: #4d5863; }
.note { margin: 12px 0 0; }
.foot { margin: 0 0 10px; }
.tail { padding: 0 0 14px; }
h3.sub { padding: 22px 0 8px; }
a.button { display: inline-block; padding: 11px 20px; border-radius: 8px; background-color: #1f4fd8; color: #ffffff; font-size: 15px; line-height: 20px; font-weight: 700; text-decoration: none; }
a.quiet { display: inline-block; margin: 10px 6px 0 0; padding: 6px 12px; border-radius: 6px; border: 1px solid #b9c4dd; font-size: 13px; line-height: 18px; font-weight: 600; text-decoration: none; }
td.card { padding: 18px 18px 20px; border-radius: 12px; background-color: #f5f7fa; }
td.number { width: 38px; vertical-align: top; }
.disc { display: inline-block; width: 26px; border-radius: 13px; background-color: #17212b; color: #ffffff; font-size: 14px; line-height: 26px; font-weight: 700; text-align: center; }
.chip { display: inline-block; margin: 6px 4px 0 0; padding: 0 9px; border-radius: 10px; background-color: #e3e8ef; color: #36424e; font-size: 12px; line-height: 20px; font-weight: 600; }
.chip-worse { background-color: #fde7e4; color: #a3170d; }
.chip-better { background-color: #dff3e7; color: #05603a; }
.part { margin: 12px 0 0; font-size: 14px; line-height: 21px; color: #36424e; }
.strong { color: #17212b; }
.worse { color: #b3190e; font-weight: 700; }
.better { color: #05693f; font-weight: 700; }
.entry { padding: 12px 0; border-top: 1px solid #e3e7ec; }
td.stat { width: 50%; padding: 0 12px 20px 0; vertical-align: top; font-size: 13px; line-height: 19px; color: #4d5863; }
.figure { font-size: 26px; line-height: 34px; font-weight: 700; letter-spacing: -0.4px; color: #17212b; }
table.data { font-size: 14px; line-height: 19px; }
th.head { padding: 6px 0; font-size: 12px; line-height: 17px; color: #4d5863; font-weight: 600; text-align: left; }
th.right { text-align: right; }
th.row { padding: 9px 8px 9px 0; border-top: 1px solid #e3e7ec; text-align: left; font-weight: 400; }
td.value { width: 154px; padding: 9px 0; border-top: 1px solid #e3e7ec; text-align: right; }
.thin { font-size: 12px; line-height: 17px; color: #4d5863; }
.track { background-color: #e3e7ec; border-radius: 3px; }
table.bar { font-size: 1px; line-height: 6px; }
.fill { background-color: #1f4fd8; border-radius: 3px; }
.hot { background-color: #c2410c; }
th.week { width: 44px; padding: 3px 0; text-align: left; font-weight: 400; color: #4d5863; }
td.week-bar { padding: 3px 10px 3px 0; }
td.week-value { width: 50px; text-align: right; }
td.week-rate { width: 104px; text-align: right; }
td.hole { padding: 3px 0; color: #4d5863; }
td.impact { width: 70px; padding: 12px 0; border-top: 1px solid #e3e7ec; vertical-align: top; text-align: right; font-size: 18px; line-height: 22px; }
td.gauge { width: 38%; padding: 9px 0; border-top: 1px solid #e3e7ec; text-align: right; }
</mj-style>`);
