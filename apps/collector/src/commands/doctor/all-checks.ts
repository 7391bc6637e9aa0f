import type { Check } from './check.ts';
import { archiveCheck } from './checks/database/archive.ts';
import { clockCheck } from './checks/clock.ts';
import { collectionCheck } from './checks/collection.ts';
import { databaseWriteCheck } from './checks/database/database-write.ts';
import { databaseCheck } from './checks/database/database.ts';
import { diskSpaceCheck } from './checks/database/disk-space.ts';
import { envFileModeCheck } from './checks/settings/env-file-mode.ts';
import { fileSystemCheck } from './checks/database/file-system.ts';
import { mailServerCheck } from './checks/report/mail-server.ts';
import { nodeCheck } from './checks/node.ts';
import { projectsCheck } from './checks/projects.ts';
import { reportAddressesCheck } from './checks/report/report-addresses.ts';
import { reportSettingsCheck } from './checks/report/report-settings.ts';
import { scheduleCheck } from './checks/schedule.ts';
import { settingsCheck } from './checks/settings/settings.ts';
import { timeZoneCheck } from './checks/time-zone.ts';
import { tokenCheck } from './checks/token.ts';
import { unknownVariablesCheck } from './checks/settings/unknown-variables.ts';
import { writeAheadLogCheck } from './checks/database/write-ahead-log.ts';

/** The checks of every run, in the order they are shown. None of them calls Clarity. */
export const allChecks: readonly Check[] = [
  nodeCheck,
  settingsCheck,
  unknownVariablesCheck,
  envFileModeCheck,
  projectsCheck,
  tokenCheck,
  databaseCheck,
  databaseWriteCheck,
  writeAheadLogCheck,
  fileSystemCheck,
  diskSpaceCheck,
  clockCheck,
  timeZoneCheck,
  scheduleCheck,
  collectionCheck,
  archiveCheck,
  reportAddressesCheck,
  reportSettingsCheck,
  mailServerCheck,
];
