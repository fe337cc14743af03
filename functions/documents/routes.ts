import type { Site } from "#shared/http/request.ts";
import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { downloadDraftJson, downloadDraftPdf } from "./draft.ts";
import { downloadReceiptPdf } from "./receipt.ts";

const application = "/{lang}/applications/{id}";

export const routes = ({ table, site }: { readonly table: Table; readonly site: Site }): readonly Route[] => [
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/draft.pdf`,
    answer: (asked) => downloadDraftPdf(asked, table),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/draft.json`,
    answer: (asked) => downloadDraftJson(asked, table),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/receipt.pdf`,
    answer: (asked) => downloadReceiptPdf(asked, table, site),
  },
];
