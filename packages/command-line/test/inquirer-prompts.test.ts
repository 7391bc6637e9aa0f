import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../src/prompts/inquirer-prompts.ts';
import { openPrompts } from '../src/index.ts';
import { inquirerPrompts } from '../src/prompts/inquirer-prompts.ts';
import type { Prompts } from '../src/prompts/prompts.ts';

const ENTER = '\r';
const CTRL_C = '\u0003';
const noCheck = () => null;

/** A terminal of which a test sees the text, and at which it types once it has read something. */
function aTerminal() {
  const stdin = new PassThrough();
  const process = new EventEmitter();
  const screen = new PassThrough();
  let shown = '';
  let unread = '';
  let onText = (): void => undefined;
  screen.on('data', (chunk: Buffer) => {
    const text = stripVTControlCharacters(String(chunk));
    shown += text;
    unread += text;
    onText();
  });
  // Like the stderr of a process, it stays open for the next question.
  screen.end = () => screen;
  // The questions need of stderr that it can be written to.
  const stderr = screen as unknown as Terminal['stderr'];
  const terminal: Terminal = {
    stdin,
    stderr,
    once: process.once.bind(process) as Terminal['once'],
    off: process.off.bind(process) as Terminal['off'],
  };
  return {
    prompts: inquirerPrompts(terminal),
    process,
    shown: () => shown,
    type: (text: string) => stdin.write(text),
    /** Waits until a text is there that was not there before. */
    sees: async (text: string): Promise<void> => {
      await new Promise<void>((resolve) => {
        onText = () => {
          if (unread.includes(text)) resolve();
        };
        onText();
      });
      unread = '';
    },
  };
}

describe('questions at a terminal', () => {
  it('take what is typed, or what is offered', async () => {
    const { prompts, type, sees } = aTerminal();
    const typed = prompts.input({ message: 'Name', check: noCheck });
    await sees('Name');
    type(`shop${ENTER}`);
    expect(await typed).toBe('shop');
    const offered = prompts.input({ message: 'File', default: 'clarity.db', check: noCheck });
    await sees('clarity.db');
    type(ENTER);
    expect(await offered).toBe('clarity.db');
  });

  it('say what is wrong with an answer, and let it be put right', async () => {
    const { prompts, type, sees } = aTerminal();
    const check = (text: string) => (text === 'good' ? null : 'Expected good.');
    const answer = prompts.input({ message: 'Name', check });
    await sees('Name');
    type(`goo${ENTER}`);
    await sees('Expected good.');
    type(`d${ENTER}`);
    expect(await answer).toBe('good');
  });

  it('show nothing of a secret, and begin anew after a wrong one', async () => {
    const { prompts, type, sees, shown } = aTerminal();
    const check = (text: string) => (text === 'hunter2' ? null : 'Expected another one.');
    const answer = prompts.password({ message: 'Token', check });
    await sees('Token');
    type(`mistaken${ENTER}`);
    await sees('Expected another one.');
    type(`hunter2${ENTER}`);
    expect(await answer).toBe('hunter2');
    expect(shown()).not.toMatch(/hunter2|mistaken/);
  });

  it('let one be searched for', async () => {
    const { prompts, type, sees } = aTerminal();
    const zones = ['UTC', 'Europe/Berlin', 'Asia/Tokyo'];
    const find = (term: string) => zones.filter((zone) => zone.toLowerCase().includes(term));
    const first = prompts.search({ message: 'Zone', find });
    await sees('Europe/Berlin');
    type(ENTER);
    expect(await first).toBe('UTC');
    const found = prompts.search({ message: 'Place', find });
    await sees('Europe/Berlin');
    type('tok');
    await sees('❯ Asia/Tokyo');
    type(ENTER);
    expect(await found).toBe('Asia/Tokyo');
  });

  it('let one of a few be chosen', async () => {
    const { prompts, type, sees } = aTerminal();
    const choices = [
      { value: 'send', name: 'send it again' },
      { value: 'leave', name: 'leave it' },
    ] as const;
    const first = prompts.select({ message: 'What now?', choices });
    await sees('❯ send it again');
    type(ENTER);
    expect(await first).toBe('send');
    const second = prompts.select({ message: 'And now?', choices });
    await sees('❯ send it again');
    type('\u001b[B');
    await sees('❯ leave it');
    type(ENTER);
    expect(await second).toBe('leave');
  });

  it.each([
    ['y', true],
    ['n', false],
    ['', false],
  ])('confirm by %j: %s', async (text, answer) => {
    const { prompts, type, sees } = aTerminal();
    const confirmed = prompts.confirm({ message: 'Sure?', default: false });
    await sees('Sure?');
    type(`${text}${ENTER}`);
    expect(await confirmed).toBe(answer);
  });
});

describe('a question that gets no answer', () => {
  const questions: [string, (prompts: Prompts) => Promise<unknown>][] = [
    ['input', (prompts) => prompts.input({ message: 'Ask', check: noCheck })],
    ['password', (prompts) => prompts.password({ message: 'Ask', check: noCheck })],
    ['confirm', (prompts) => prompts.confirm({ message: 'Ask', default: true })],
    [
      'select',
      (prompts) => prompts.select({ message: 'Ask', choices: [{ value: 'a', name: 'A' }] }),
    ],
    ['search', (prompts) => prompts.search({ message: 'Ask', find: () => ['one'] })],
  ];

  it.each(questions)('is cancelled by Ctrl-C: %s', async (_kind, ask) => {
    const { prompts, type, sees } = aTerminal();
    const answer = ask(prompts).catch((error: unknown) => error);
    await sees('Ask');
    type(CTRL_C);
    expect(await answer).toMatchObject({ name: 'CancelledError' });
  });

  it.each(questions)('is cancelled when nothing more can come: %s', async (_kind, ask) => {
    const { prompts, process, sees } = aTerminal();
    const answer = ask(prompts).catch((error: unknown) => error);
    await sees('Ask');
    process.emit('beforeExit');
    expect(await answer).toMatchObject({ name: 'CancelledError' });
    expect(process.listenerCount('beforeExit')).toBe(0);
  });
});

describe('openPrompts', () => {
  const terminal = { once: () => undefined, off: () => undefined };
  const open = (stdin: boolean, stderr: boolean) =>
    openPrompts({
      ...terminal,
      stdin: Object.assign(new PassThrough(), { isTTY: stdin }),
      stderr: { isTTY: stderr },
    } as unknown as Parameters<typeof openPrompts>[0]);

  it('asks only where somebody can read the question and type the answer', async () => {
    expect(await open(true, true)).not.toBeNull();
    expect([await open(false, true), await open(true, false)]).toEqual([null, null]);
  });
});
