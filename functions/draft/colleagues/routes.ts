import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { changeColleague } from "./change.ts";
import { acceptInvitation, showInvitation } from "./invitation.ts";
import { invite } from "./invite.ts";
import { showColleagues } from "./list.ts";
import { askWhetherToHandOver, handOver } from "./ownership.ts";

const list = "/{lang}/applications/{id}/colleagues";
const one = `${list}/{colleague}`;
const ownership = `${one}/ownership`;
const invitation = "/{lang}/invitations/{id}/{colleague}";

/** Who takes part in an application. */
export const colleagueRoutes = (table: Table): readonly Route[] => [
  { for: "signed-in", method: "GET", path: list, answer: (asked) => showColleagues(asked, table) },
  { for: "signed-in", method: "POST", path: list, answer: (asked) => invite(asked, table) },
  { for: "signed-in", method: "POST", path: one, answer: (asked) => changeColleague(asked, table) },
  { for: "signed-in", method: "GET", path: ownership, answer: (asked) => askWhetherToHandOver(asked, table) },
  { for: "signed-in", method: "POST", path: ownership, answer: (asked) => handOver(asked, table) },
  { for: "signed-in", method: "GET", path: invitation, answer: (asked) => showInvitation(asked, table) },
  { for: "signed-in", method: "POST", path: invitation, answer: (asked) => acceptInvitation(asked, table) },
];
