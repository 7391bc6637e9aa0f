import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import type { Screen } from '@clarity-keep/command-line/table';
import { screenOf } from '@clarity-keep/command-line/table';
import { dayOfInstant } from '@clarity-keep/core';
import {
  annotatePage,
  listAnnotations,
  oldestCoveredDay,
  removeAnnotation,
} from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import { findPage, findProject } from '@clarity-keep/queries';
import type { CliDeps } from '../../cli-deps.ts';
import type { AnnotationRequest } from './request.ts';
import { annotationRequest } from './request.ts';
import { annotatedText, annotationsText, forgottenText } from './text.ts';
import { openForQuestions } from '../../settings/open-for-questions.ts';
import type { AnnotateOptions } from './command.ts';

interface Told {
  /** For machines. */
  answer: object;
  /** For people. */
  text: (screen: Screen) => string;
  warning?: string;
}

/** Adds or removes an annotation of a page, or lists them. */
export async function runAnnotate(deps: CliDeps, options: AnnotateOptions): Promise<ExitCode> {
  const { db, variables, defaultProject } = await openForQuestions(deps);
  try {
    const context = { db, now: deps.now(), defaultProject };
    const { id: projectId, timeZone } = findProject(context, options.project);
    const request = annotationRequest(options, dayOfInstant(context.now, timeZone));
    const { answer, text, warning } = carryOut(context, { projectId, request });
    deps.stdout.write(
      options.json
        ? jsonText({ project: projectId, ...answer })
        : text(screenOf(deps.stdout, variables)),
    );
    if (warning !== undefined) deps.stderr.write(`Warning: ${warning}\n`);
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

function carryOut(
  context: QuestionContext,
  { projectId, request }: { projectId: string; request: AnnotationRequest },
): Told {
  const { db, now } = context;
  switch (request.type) {
    case 'list': {
      const annotations = listAnnotations(db, projectId);
      return {
        answer: { annotations },
        text: (screen) => annotationsText(annotations, { projectId, screen }),
      };
    }
    case 'add': {
      const { page: asked, day, text } = request;
      const note = { page: findPage(context, { projectId, asked }), day, text };
      const annotation = annotatePage(db, { projectId, note, now });
      const first = oldestCoveredDay(db, projectId, 'page');
      return {
        answer: { annotation },
        text: () => annotatedText(annotation),
        ...(first !== null && day <= first
          ? {
              warning: `No pages were collected before ${first}, so there is nothing to compare the days after ${day} with.`,
            }
          : {}),
      };
    }
    case 'remove': {
      const removed = removeAnnotation(db, { projectId, id: request.id });
      if (removed === null) {
        throw new UsageError(
          `${projectId} has no annotation ${request.id}. "clarity-keep annotate" lists them.`,
        );
      }
      return { answer: { removed }, text: () => forgottenText(removed) };
    }
  }
}
