import type { ExportJob, What } from "#shared/domain/export-job.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { mayDo, type Right, rights } from "#shared/domain/staff-role.ts";

/** What it takes to take each out. Events are who has looked at what, folders all that was sent; the rest is for those who handle the cases. */
export const rightTo = {
  applications: "export",
  registrations: "export",
  messages: "export",
  events: "rule",
  folders: "rule",
} as const satisfies Record<What | ExportJob["what"], Right>;

/** Why they may not take it out, if they may not. */
export const refusalOf = (
  person: Pick<Person, "roles">,
  what: ExportJob["what"],
): Extract<Refusal, { reason: "not-your-role" }> | undefined =>
  mayDo(person, rightTo[what]) ? undefined : { reason: "not-your-role", takes: rights[rightTo[what]] };
