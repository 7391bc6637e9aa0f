import * as z from 'zod';

/** Settings that every app reads. */
export const sharedSettings = {
  DATABASE_URL: z
    .string()
    .startsWith('file:', {
      error: 'Expected a URL that starts with "file:", e.g. file:./clarity.db.',
    })
    .default('file:./clarity.db'),
  CLARITY_PROJECT_ID: z
    .string()
    .trim()
    .regex(/^[\w-]{1,64}$/, {
      error: 'Expected the id in the address of the Clarity dashboard, e.g. wxb0r23ozh.',
    })
    .optional(),
};
