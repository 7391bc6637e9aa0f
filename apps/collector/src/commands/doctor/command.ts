import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface DoctorOptions {
  integrity: boolean;
  live: boolean;
  project?: string | undefined;
  json: boolean;
}

/** `doctor`: its words and options. */
export function doctorCommand(
  run: (options: DoctorOptions) => Promise<void>,
): CommandModule<object, DoctorOptions> {
  return {
    command: 'doctor',
    describe: 'check settings, token, database, clock and mail server',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 doctor\n\nChecks all that a collection and a report need, and says what to do about what is wrong. It changes ' +
            'nothing, and makes no call to Clarity unless --live says so. It does log in to the mail server, and sends nothing.',
        )
        .option('integrity', {
          type: 'boolean',
          default: false,
          describe: 'read the whole database as well, and hold every raw answer to its hash',
        })
        .option('live', {
          type: 'boolean',
          default: false,
          describe: 'make one of the ten calls of the day; its answer is kept',
        })
        .option('project', {
          type: 'string',
          requiresArg: true,
          describe: 'the project that --live asks for, when there are several',
        })
        .option('json', jsonOption)
        .example('$0 doctor', 'after setting up, and when something is wrong')
        .example('$0 doctor --integrity', 'before trusting a backup, after a crash of the machine')
        .epilog(
          'Exit codes: 0 no problem (warnings are none), 2 a problem; with --live those of collect when the call fails.',
        ),
    handler: ({ integrity, live, project, json }) => run({ integrity, live, project, json }),
  };
}
