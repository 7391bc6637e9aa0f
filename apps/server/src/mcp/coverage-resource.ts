import { askQuestion, coverageCalendar, projectsList, QueryError } from '@clarity-keep/queries';
import type { McpServer } from '@modelcontextprotocol/server';
import { ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server';
import { answerText } from './answers/answer-text.ts';
import type { McpDeps } from './tools/answer-tool-call.ts';
import { contextOf } from './tools/answer-tool-call.ts';
import { boundRows } from './answers/bound-rows.ts';
import { noteDefect } from './note-defect.ts';
import { harmless, problemText, quotedData } from './answers/untrusted-data.ts';

const SHOWN_DAYS = 28;

/** The coverage of the last weeks of each project, for those who attach it to a conversation. */
export function addCoverageResource(server: McpServer, deps: McpDeps): void {
  server.registerResource(
    'coverage',
    new ResourceTemplate('clarity-keep://projects/{project}/coverage', {
      list: async () => ({
        resources: (await askQuestion(projectsList, contextOf(deps, deps.now()), {})).rows.map(
          ({ project, name }) => ({
            uri: `clarity-keep://projects/${encodeURIComponent(project)}/coverage`,
            name: `coverage of ${quotedData(name)}`,
          }),
        ),
      }),
    }),
    {
      title: 'Coverage of a project',
      description: `State of each of the last ${SHOWN_DAYS} days.`,
      mimeType: 'text/plain',
    },
    async (uri, { project }) => ({
      contents: [
        { uri: uri.href, mimeType: 'text/plain', text: await coverageText(deps, String(project)) },
      ],
    }),
  );
}

async function coverageText(deps: McpDeps, project: string): Promise<string> {
  const begun = deps.now();
  try {
    const answer = await askQuestion(coverageCalendar, contextOf(deps, begun), {
      project: decoded(project),
      days: SHOWN_DAYS,
    });
    return answerText(boundRows(harmless(answer), 'last'), 'last');
  } catch (error) {
    if (error instanceof QueryError) {
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, problemText(error));
    }
    throw new ProtocolError(
      ProtocolErrorCode.InternalError,
      noteDefect(deps.log, { time: begun, resource: 'coverage' }, error),
    );
  }
}

/** The SDK leaves what it takes out of an address as it stands there. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
