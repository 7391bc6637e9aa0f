/** Elements and what they look like in the dark: text, background, border. */
const rules: [
  selectors: string[],
  declarations: Partial<Record<'color' | 'background-color' | 'border-color', string>>,
][] = [
  [['.desk', '.desk > table', '.desk td'], { 'background-color': '#0e1217' }],
  [['.paper', '.paper > table'], { 'background-color': '#181e25' }],
  [
    [
      '.paper div',
      '.paper td',
      '.paper th',
      '.paper p',
      '.paper .strong',
      '.desk .brand',
      '.paper img',
    ],
    { color: '#eef2f6' },
  ],
  [['.paper .lead', '.paper .part'], { color: '#cdd6df' }],
  [
    [
      '.paper .small',
      '.paper .thin',
      '.paper .head',
      '.paper .week',
      '.paper .hole',
      '.paper .stat',
      '.desk .issue',
      '.desk .small',
    ],
    { color: '#a7b3bf' },
  ],
  [['.paper .figure', '.paper .strong'], { color: '#eef2f6' }],
  [['.paper a', '.desk a'], { color: '#8fb2ff' }],
  [['.paper a.button'], { color: '#0b1220', 'background-color': '#8fb2ff' }],
  [['.paper a.quiet'], { 'border-color': '#43536b' }],
  [['.paper .card'], { 'background-color': '#212932' }],
  [['.paper .disc'], { color: '#0b1220', 'background-color': '#eef2f6' }],
  [['.paper .chip'], { color: '#cdd6df', 'background-color': '#323d49' }],
  [['.paper .worse'], { color: '#ff9d92' }],
  [['.paper .better'], { color: '#6fd9a6' }],
  [['.paper .chip-worse'], { color: '#ffb4ab', 'background-color': '#4d1f1b' }],
  [['.paper .chip-better'], { color: '#7fe0b2', 'background-color': '#123d2b' }],
  [['.paper .banner'], { color: '#d8c8ff', 'background-color': '#35265c' }],
  [['.paper .notice'], { color: '#ffd98a', 'background-color': '#3a2d0c' }],
  [
    ['.paper .entry', '.paper .impact', '.paper .row', '.paper .value', '.paper .gauge'],
    { 'border-color': '#333d48' },
  ],
  [['.paper .track'], { 'background-color': '#333d48' }],
  [['.paper .fill', '.desk .mark'], { 'background-color': '#7fa5ff' }],
  [['.paper .hot'], { 'background-color': '#f08a55' }],
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
export const darkStyles = `<mj-style>
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
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>`;
