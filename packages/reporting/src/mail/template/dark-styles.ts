import { literal } from './mjml.ts';

/** Elements and what they look like in the dark: text, background, border. */
const rules: [
  selectors: string[],
  declarations: Partial<Record<'color' | 'background-color' | 'border-color', string>>,
][] = [
  [['.desk', '.desk > table'], { 'background-color': '#0e1217' }],
  [['.paper', '.paper > table'], { 'background-color': '#181e25' }],
  [['div', 'td', 'th', 'p', 'img'], { color: '#eef2f6' }],
  [['.lead', '.part'], { color: '#cdd6df' }],
  [['.small', '.thin', '.head', '.week', '.hole', '.stat', '.issue'], { color: '#a7b3bf' }],
  [['.figure', '.strong'], { color: '#eef2f6' }],
  [['a'], { color: '#8fb2ff' }],
  [['a.button'], { color: '#0b1220', 'background-color': '#8fb2ff' }],
  [['a.quiet'], { 'border-color': '#43536b' }],
  [['.card'], { 'background-color': '#212932' }],
  [['.disc'], { color: '#0b1220', 'background-color': '#eef2f6' }],
  [['.chip'], { color: '#cdd6df', 'background-color': '#323d49' }],
  [['.worse'], { color: '#ff9d92' }],
  [['.better'], { color: '#6fd9a6' }],
  [['.chip-worse'], { color: '#ffb4ab', 'background-color': '#4d1f1b' }],
  [['.chip-better'], { color: '#7fe0b2', 'background-color': '#123d2b' }],
  [['.banner'], { color: '#d8c8ff', 'background-color': '#35265c' }],
  [['.notice'], { color: '#ffd98a', 'background-color': '#3a2d0c' }],
  [['.entry', '.impact', '.row', '.value', '.gauge'], { 'border-color': '#333d48' }],
  [['.track'], { 'background-color': '#333d48' }],
  [['.fill', '.mark'], { 'background-color': '#7fa5ff' }],
  [['.hot'], { 'background-color': '#f08a55' }],
];

/** The rules below an ancestor; it is the attribute by which Outlook.com says that it is in the dark. */
function sheet(ancestor: string): string {
  return rules
    .map(([selectors, declarations]) => {
      const body = Object.entries(declarations).map(
        ([name, value]) => `${name}:${value}!important`,
      );
      return `${selectors.map((selector) => `${ancestor}${selector}`).join(',')}{${body.join(';')}}`;
    })
    .join('\n');
}

/** In a sheet each, which mj-style would make one of: a client that stumbles over one drops that one. */
export const darkStyles = literal(`<mj-style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { h1 { font-size: 23px !important; line-height: 30px !important; } td.card { padding: 16px 14px 18px !important; } }
</mj-style>
<mj-raw><style>
@media (prefers-color-scheme: dark) {
body, body > div { background-color: #0e1217 !important; }
${sheet('')}
}
</style>
<style>
${sheet('[data-ogsc] ')}
</style>
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>`);
