import * as z from "zod";
import { type Person, PersonId, Role } from "./person.ts";
import { mayDo } from "./staff-role.ts";
import { duration, type Instant, InstantText, isAfter } from "./time.ts";

/** One of the staff as they last signed in: the sign-in service has no list of them that we may read. */
export const StaffMember = z.object({ id: PersonId, name: z.string(), role: Role, signedInAt: InstantText });
export type StaffMember = z.infer<typeof StaffMember>;

/** 180 days. Whoever has not signed in for so long works here no more, as far as we know. */
const rememberedFor = duration({ hours: 180 * 24 });

export const rememberedUntil = ({ signedInAt }: StaffMember): Instant => signedInAt.add(rememberedFor);

/** Whoever has signed in, by the highest of their roles; nobody who has none. */
export const staffMemberOf = ({ id, name, roles }: Person, signedInAt: Instant): StaffMember | undefined => {
  const role = Role.options.findLast((one) => roles.includes(one));
  return role && { id, name, role, signedInAt };
};

/** Those who may have cases, by name. */
export const caseOfficersAmong = (all: readonly StaffMember[], at: Instant): readonly StaffMember[] =>
  all
    .filter((one) => mayDo({ roles: [one.role] }, "work") && isAfter(rememberedUntil(one), at))
    .toSorted((a, b) => a.name.localeCompare(b.name, "nb"));
