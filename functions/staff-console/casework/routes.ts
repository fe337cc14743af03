import type { SignedIn } from "#shared/http/request.ts";
import type { Answer, Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { assign } from "./assignment.ts";
import { keepControl } from "./control.ts";
import { showDifferences } from "./differences.ts";
import { writeNote } from "./notes.ts";

/** What staff do with one application: notes, who has it, the formal control, what changed in it. */
export const caseworkRoutes = (table: Table): readonly Route[] => {
  const work = (place: string, answer: (asked: SignedIn, table: Table) => Promise<Answer>): Route => ({
    ...{ for: "staff", may: "work", method: "POST", path: `/staff/applications/{id}/${place}` },
    answer: (asked: SignedIn) => answer(asked, table),
  });
  return [
    work("notes", writeNote),
    work("assignment", assign),
    work("control", keepControl),
    {
      ...{ for: "staff", may: "look", method: "GET", path: "/staff/applications/{id}/differences" },
      answer: (asked: SignedIn) => showDifferences(asked, table),
    },
  ];
};
