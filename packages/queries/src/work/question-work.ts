import { roughly } from '@clarity-keep/core';
import { QueryError } from '../errors.ts';
import { answerSize } from './answer-size.ts';
import type { OpenRequest } from './question-gate.ts';
import { nobodyWaits } from './question-gate.ts';

/** The work of one question while it is worked out. */
export interface QuestionWork {
  /** Facts that may be read at a stretch. */
  readonly stretch: number;
  /**
   * Waits for the question's turn, once its cost is known and before anything of it is read.
   *
   * @throws QueryError when it costs more than a question may, or a budget is spent.
   */
  begin(cost: number, window?: { days: number }): Promise<void>;
  /**
   * Lets others be answered.
   *
   * @throws QueryError when the question has taken too long, or the client is gone.
   */
  pause(): Promise<void>;
  /** @throws QueryError when an answer is larger than may be sent. */
  weigh(answer: unknown): void;
  end(): void;
}

export function questionWork(request: OpenRequest): QuestionWork {
  const { limits, clock, pause } = request.gate;
  let end: (() => void) | undefined;
  const check = (): void => {
    if (!request.isOpen) throw nobodyWaits();
    if (clock() <= request.deadline) return;
    throw new QueryError(
      'too-slow',
      `The answer took longer than ${limits.milliseconds / 1000} s. Ask for fewer days, or try again later.`,
    );
  };
  return {
    stretch: limits.stretch,
    async begin(cost, window) {
      if (cost > limits.question) throw tooMuch(cost, limits.question, window?.days ?? 1);
      end = await request.takeTurn(cost);
      check();
    },
    async pause() {
      check();
      await pause();
      check();
    },
    weigh(answer) {
      const { rows, characters } = answerSize(answer);
      if (rows > limits.rows) {
        throw new QueryError(
          'answer-too-large',
          `The answer has ${roughly(rows)} rows; at most ${roughly(limits.rows)} are sent. Ask for fewer days.`,
        );
      }
      request.characters += characters;
      if (request.characters <= limits.characters) return;
      throw new QueryError(
        'answer-too-large',
        `The answers to this request have more than ${roughly(limits.characters)} characters. Ask for fewer days, or one question at a time.`,
      );
    },
    end: () => end?.(),
  };
}

function tooMuch(cost: number, limit: number, days: number): QueryError {
  const fitting = Math.floor((days * limit) / cost);
  const advice = fitting < 1 ? 'Even one day is too much.' : `About ${roughly(fitting)} days fit.`;
  return new QueryError(
    'too-much-work',
    `The question would read about ${roughly(cost)} facts in ${days} days; one may read ${roughly(limit)}. ${advice}`,
  );
}
