import { jsonOption } from '@clarity-keep/command-line';
import type { CommandModule } from 'yargs';

export interface DoctorOptions {
  integrity: boolean;
  live: boolean;
  project?: string | undefined;
  json: boolean;
}

/** Usage and options of `doctor`. */
export function doctorCommand(
  run: (options: DoctorOptions) => Promise<void>,
): CommandModule<object, DoctorOptions> {
  return {
    command: 'doctor',
    describe: 'check settings, token, database, clock and mail server',
    builder: (yargs) =>
      yargs
        .usage(
          '$0 doctor\n\nChecks everything a collection and a report need, and says how to fix what is wrong. It changes ' +
            'nothing and makes no call to Clarity unless you add --live. It does log in to the mail server, but ' +
            'sends nothing.',
        )
        .option('integrity', {
          type: 'boolean',
          default: false,
          describe: 'also read the whole database and check every raw response against its hash',
        })
        .option('live', {
          type: 'boolean',
          default: false,
          describe: 'make one of the ten calls in 24 hours; its response is stored',
        })
        .option('project', {
          type: 'string',
          requiresArg: true,
          describe: 'project for --live, if there are several',
        })
        .option('json', jsonOption)
        .example('$0 doctor', 'after setup, or when something is wrong')
        .example('$0 doctor --integrity', 'before relying on a backup, or after a crash')
        .epilog(
          'Exit codes: 0 no problems (warnings allowed), 2 problems found; with --live those of collect if the call fails.',
        ),
    handler: ({ integrity, live, project, json }) => run({ integrity, live, project, json }),
  };
}
