import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { downloadDraftJson, downloadDraftPdf } from "./draft.ts";

const draft = "/{lang}/applications/{id}/draft";

export const routes = (table: Table): readonly Route[] => [
  {
    for: "signed-in",
    method: "GET",
    path: `${draft}.pdf`,
    answer: (asked) => downloadDraftPdf(asked, table),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${draft}.json`,
    answer: (asked) => downloadDraftJson(asked, table),
  },
];
