import * as z from 'zod';

/**
 * One mail address without a name. Also `ops@localhost` and domains that are not ASCII: the mail server
 * knows better than we do. Nothing that would end it in a header, or begin another one.
 */
export const mailAddressSchema = z
  .string({ error: 'must be an email address such as anna@example.com' })
  .trim()
  .regex(/^[^\s\p{Cc}@"<>(),;:\\]{1,64}@[^\s\p{Cc}@"<>(),;:\\]{1,255}$/u, {
    error: 'must be an email address such as anna@example.com',
  });
