import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText, UsageError } from '@clarity-keep/command-line';
import type { Screen } from '@clarity-keep/command-line/table';
import { screenOf } from '@clarity-keep/command-line/table';
import type { Day } from '@clarity-keep/core';
import { dayOfInstant, displayText } from '@clarity-keep/core';
import type { Mute } from '@clarity-keep/db';
import { listMutes, mutePage, unmutePage } from '@clarity-keep/db';
import type { QuestionContext } from '@clarity-keep/queries';
import { findPage, findProject } from '@clarity-keep/queries';
import type { CliDeps } from '../../cli-deps.ts';
import type { MuteRequest } from './request.ts';
import { muteRequest } from './request.ts';
import type { ShownMute } from './text.ts';
import { mutedText, mutesText, unmutedText } from './text.ts';
import { openForQuestions } from '../../settings/open-for-questions.ts';
import type { MuteOptions } from './command.ts';

interface Told {
  /** For machines. */
  answer: object;
  /** For people. */
  text: (screen: Screen) => string;
}

/** Mutes or unmutes a page, or lists the muted pages. */
export async function runMute(deps: CliDeps, options: MuteOptions): Promise<ExitCode> {
  const { db, variables, defaultProject } = await openForQuestions(deps);
  try {
    const context = { db, now: deps.now(), defaultProject };
    const { id: projectId, timeZone } = findProject(context, options.project);
    const today = dayOfInstant(context.now, timeZone);
    const told = carryOut(context, { projectId, today, request: muteRequest(options, today) });
    const answer = { project: projectId, ...told.answer };
    deps.stdout.write(
      options.json ? jsonText(answer) : told.text(screenOf(deps.stdout, variables)),
    );
    return exitCodes.done;
  } finally {
    await db.close();
  }
}

function carryOut(
  context: QuestionContext,
  { projectId, today, request }: { projectId: string; today: Day; request: MuteRequest },
): Told {
  const { db, now } = context;
  const shown = ({ untilDay, ...mute }: Mute): ShownMute => ({
    ...mute,
    until: untilDay,
    isInForce: untilDay === null || untilDay >= today,
  });
  const known = listMutes(db, projectId);
  switch (request.type) {
    case 'list': {
      const mutes = known.map(shown);
      return { answer: { mutes }, text: (screen) => mutesText(mutes, { projectId, screen }) };
    }
    case 'mute': {
      const { page: asked, reason, untilDay } = request;
      const mute = { page: findPage(context, { projectId, asked }), reason, untilDay };
      mutePage(db, { projectId, mute, now });
      return { answer: { mute: shown(mute) }, text: () => mutedText(shown(mute)) };
    }
    case 'remove': {
      const also = known.map(({ page }) => page);
      const page = findPage(context, { projectId, asked: request.page, also });
      const mute = known.find((one) => one.page === page);
      if (mute === undefined || !unmutePage(db, { projectId, page })) {
        throw new UsageError(
          `${displayText(page)} is not muted. "clarity-keep mute" lists the muted pages.`,
        );
      }
      return { answer: { removed: shown(mute) }, text: () => unmutedText(mute) };
    }
  }
}
