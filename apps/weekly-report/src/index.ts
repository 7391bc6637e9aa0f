export { renderReport } from './mail/render-report.ts';
export type { RenderedReport } from './mail/render-report.ts';
export { runCli } from './run-cli.ts';
export { openTransport } from './send/open-transport.ts';
