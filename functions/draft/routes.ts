import type { Route } from "#shared/http/serve.ts";
import type { Table } from "#shared/records/table.ts";
import { colleagueRoutes } from "./colleagues/routes.ts";
import { showMyPage, showTaskList } from "./overview.ts";
import { save } from "./save.ts";
import { showSection } from "./section.ts";
import { readSheet, showSheet } from "./sheet.ts";
import { start } from "./start.ts";
import { giveTemplate } from "./template.ts";

const section = "/{lang}/applications/{id}/sections/{section}";
const rows = `${section}/rows/{group}`;

export const routes = (table: Table): readonly Route[] => [
  { for: "signed-in", method: "GET", path: "/{lang}/my-page", answer: (asked) => showMyPage(asked, table) },
  {
    for: "signed-in",
    method: "POST",
    path: "/{lang}/calls/{call}/applications",
    answer: (asked) => start(asked, table),
  },
  {
    for: "signed-in",
    method: "GET",
    path: "/{lang}/applications/{id}",
    answer: (asked) => showTaskList(asked, table),
  },
  { for: "signed-in", method: "GET", path: section, answer: (asked) => showSection(asked, table) },
  { for: "signed-in", method: "POST", path: section, answer: (asked) => save(asked, table) },
  { for: "signed-in", method: "PUT", path: section, answer: (asked) => save(asked, table) },
  ...colleagueRoutes(table),
  { for: "signed-in", method: "GET", path: rows, answer: (asked) => showSheet(asked, table) },
  {
    for: "signed-in",
    method: "POST",
    path: rows,
    takesFile: true,
    answer: (asked) => readSheet(asked, table),
  },
  ...(["xlsx", "csv"] as const).map(
    (kind): Route => ({
      for: "signed-in",
      method: "GET",
      path: `${rows}/template.${kind}`,
      answer: (asked) => giveTemplate(asked, table, kind),
    }),
  ),
];
