import type { Route } from "#shared/http/serve.ts";
import { askRegister } from "./ask-register.ts";
import { colleagueRoutes } from "./colleagues/routes.ts";
import { moveToLevel, showLevels } from "./level.ts";
import type { LookingUp } from "./look-up.ts";
import { showMyPage, showTaskList } from "./overview.ts";
import { save } from "./save.ts";
import { showSection } from "./section.ts";
import { readSheet, showSheet } from "./sheet.ts";
import { start } from "./start.ts";
import { giveTemplate } from "./template.ts";

const level = "/{lang}/applications/{id}/level";
const section = "/{lang}/applications/{id}/sections/{section}";
const rows = `${section}/rows/{group}`;

export const routes = (looking: LookingUp): readonly Route[] => {
  const { table } = looking;
  return [
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
    { for: "signed-in", method: "GET", path: level, answer: (asked) => showLevels(asked, table) },
    { for: "signed-in", method: "POST", path: level, answer: (asked) => moveToLevel(asked, table) },
    {
      for: "signed-in",
      method: "GET",
      path: "/{lang}/register/{number}",
      answer: (asked) => askRegister(asked, looking),
    },
    { for: "signed-in", method: "GET", path: section, answer: (asked) => showSection(asked, table) },
    { for: "signed-in", method: "POST", path: section, answer: (asked) => save(asked, looking) },
    { for: "signed-in", method: "PUT", path: section, answer: (asked) => save(asked, looking) },
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
};
