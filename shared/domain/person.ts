import * as z from "zod";

/** A role of the staff that the sign-in service vouches for, the lowest first. Everybody signed in may apply. */
export const Role = z.enum(["reader", "officer", "manager"]);
export type Role = z.infer<typeof Role>;

/** The subject identifier of the sign-in service (OpenID Connect Core § 2: at most 255 ASCII characters). */
export const PersonId = z.string().min(1).max(255).brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;

/**
 * Lower case, so that one person is one person however the address is typed (RFC 5321 lets us treat the domain so; receivers do the rest).
 * ASCII alone, since SES takes nothing else (no SMTPUTF8): «bjørn@» is a slip for «bjorn@» that no mail would ever tell of.
 */
export const EmailAddress = z
  .string()
  .normalize("NFC")
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[\x21-\x7e]+$/)
  .regex(/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\].]+(\.[^\s@<>",;:\\()[\].]+)+$/)
  .brand<"EmailAddress">();
export type EmailAddress = z.infer<typeof EmailAddress>;

export const Person = z.object({
  id: PersonId,
  name: z.string().max(200),
  email: EmailAddress,
  roles: z.array(Role),
});
export type Person = z.infer<typeof Person>;

export const isStaff = (person: Person): boolean => person.roles.length > 0;
