// Who of the staff may do what. Everything about it that is decided is decided here.
import { type Person, Role } from "./person.ts";

/** Each kind of thing that staff do, and the lowest role it takes: a role may do all that those before it may. */
export const rights = {
  /** See lists, applications with their history, messages and registrations. */
  look: "reader",
  /** Take lists out of the service as files. */
  export: "officer",
  /** Handle cases: notes, control, extensions, outages, messages sent again, registrations added and cancelled, what participants need. */
  work: "officer",
  /** Decide for everybody: a call's deadline, its webinar, what is written to those who signed up. Take out all that was sent, and see who has looked at what. */
  rule: "manager",
} as const satisfies Readonly<Record<string, Role>>;
export type Right = keyof typeof rights;

const rankOf = (role: Role): number => Role.options.indexOf(role);

/** Whether they may, by the highest of their roles. Whoever has none may nothing. */
export const mayDo = ({ roles }: Pick<Person, "roles">, right: Right): boolean =>
  roles.some((role) => rankOf(role) >= rankOf(rights[right]));
