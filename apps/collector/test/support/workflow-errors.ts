import { join } from 'node:path';
import type * as Parser from '@actions/workflow-parser';
import type * as Conversion from '@actions/workflow-parser/model/convert';
import { build } from 'esbuild';
import { aFolder } from './a-database.ts';

/** What GitHub's own parser has against a workflow. */
export async function workflowErrors(content: string): Promise<string[]> {
  const { convertWorkflowTemplate, ErrorPolicy, NoOperationTraceWriter, parseWorkflow } =
    await loadParser();
  const file = { name: 'workflow.yml', content };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value !== undefined) {
    await convertWorkflowTemplate(context, value, undefined, {
      errorPolicy: ErrorPolicy.TryConversion,
    });
  }
  return context.errors.getErrors().map(String);
}

/** Bundled, for it imports its JSON in a way that only bundlers understand. */
async function loadParser(): Promise<typeof Parser & typeof Conversion> {
  const outfile = join(aFolder(), 'parser.mjs');
  const contents =
    "export * from '@actions/workflow-parser';\nexport * from '@actions/workflow-parser/model/convert';";
  await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  return import(outfile);
}
