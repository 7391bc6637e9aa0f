import * as z from 'zod';

/**
 * One mail address without a name. `ops@localhost` and domains that are not ASCII are allowed: the mail server
 * decides. Characters that would end the address in a header, or begin another one, are not.
 */
export const mailAddressSchema = z
  .string({ error: 'must be an email address such as anna@example.com' })
  .trim()
  .regex(/^[^\s\p{Cc}@"<>(),;:\\]{1,64}@[^\s\p{Cc}@"<>(),;:\\]{1,255}$/u, {
    error: 'must be an email address such as anna@example.com',
  });
