import type { Right } from "#shared/domain/staff-role.ts";
import type { What } from "#shared/exports/read.ts";

/** What it takes to take each out. Events are who has looked at what; the rest is for those who handle the cases. */
export const rightTo = {
  applications: "export",
  registrations: "export",
  messages: "export",
  events: "rule",
} as const satisfies Record<What, Right>;
