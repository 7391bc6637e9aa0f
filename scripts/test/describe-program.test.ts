import type { Argv } from 'yargs';
import { describe, expect, it } from 'vitest';
import { describeProgram } from '../docs/commands/describe-program.ts';

function aCommand(command: string, builder: (yargs: Argv) => Argv = (yargs) => yargs) {
  return { command: () => ({ command, describe: 'does it', builder, handler: () => undefined }) };
}

describe('describeProgram', () => {
  it('names the commands that can be run, those below others in full', () => {
    const commands = [
      aCommand('get [file]'),
      aCommand('ask', (yargs) =>
        yargs.command('pages', 'ranks').command('page <url>', 'shows').demandCommand(1),
      ),
    ];
    const described = describeProgram({ name: 'tool', commands });
    expect(described.map(({ name }) => name)).toEqual([
      'tool get',
      'tool ask pages',
      'tool ask page',
    ]);
  });

  it('is the program itself for what it does without a command', () => {
    const described = describeProgram({
      name: 'tool',
      commands: [aCommand('$0'), aCommand('list')],
    });
    expect(described.map(({ name }) => name)).toEqual(['tool', 'tool list']);
  });

  it('reads places, types, choices, defaults and what is required', () => {
    const command = aCommand('set <key>', (yargs) =>
      yargs
        .positional('key', { type: 'string', describe: 'what to set' })
        .option('format', { choices: ['csv', 'json'], default: 'csv', describe: 'how' })
        .option('limit', { type: 'number', demandOption: true, describe: 'how many' })
        .option('force', { type: 'boolean', default: false, describe: 'anyway' }),
    );
    const option = { place: null, choices: null, default: null, isRequired: false };
    expect(describeProgram({ name: 'tool', commands: [command] })).toEqual([
      {
        name: 'tool set',
        options: [
          {
            ...option,
            name: 'key',
            place: '<key>',
            type: 'string',
            describe: 'what to set',
          },
          {
            ...option,
            name: 'format',
            type: 'string',
            describe: 'how',
            choices: ['csv', 'json'],
            default: 'csv',
          },
          { ...option, name: 'limit', type: 'number', describe: 'how many', isRequired: true },
          { ...option, name: 'force', type: 'boolean', describe: 'anyway' },
        ],
      },
    ]);
  });
});
