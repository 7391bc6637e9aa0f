import { UsageError } from '@clarity-keep/command-line';
import { renderSample } from '@clarity-keep/reporting';
import type { Mailbox } from '@clarity-keep/mail';
import type { PreviewOptions } from './command.ts';
import type { Preview } from './write-preview.ts';

/**
 * A mail of made-up data, which says so. Reads no database.
 *
 * @throws UsageError when a week, a project or the digest was asked for as well.
 */
export async function samplePreview(
  { week, project, digest }: Pick<PreviewOptions, 'week' | 'project' | 'digest'>,
  to: Mailbox,
): Promise<Preview> {
  if (week !== undefined || project !== undefined || digest) {
    throw new UsageError(
      '--sample shows a fictional week of a fictional project. Leave out --week, --project and --digest.',
    );
  }
  const { report, mail } = await renderSample();
  const { project: shop, week: ofWeek } = report;
  return { name: 'weekly-report', scope: shop.id, week: ofWeek, model: { report }, mail, to };
}
