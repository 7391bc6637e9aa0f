import * as z from 'zod';

const PROJECT_ID_PROBLEM = 'must be the ID in the URL of the Clarity dashboard, such as wxb0r23ozh';

export const DEFAULT_DATABASE_URL = 'file:./clarity.db';

/** Clarity's own id of a project. */
export const projectIdSchema = z
  .string({ error: PROJECT_ID_PROBLEM })
  .trim()
  .regex(/^[\w-]{1,64}$/, { error: PROJECT_ID_PROBLEM });

/** Settings that every app reads. */
export const sharedSettings = {
  DATABASE_URL: z
    .string()
    .startsWith('file:', {
      error: 'must start with "file:", such as file:./clarity.db',
    })
    .default(DEFAULT_DATABASE_URL),
  CLARITY_PROJECT_ID: projectIdSchema.optional(),
};
