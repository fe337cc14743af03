import type { Route } from "#shared/http/serve.ts";
import { keepRefused } from "./book.ts";
import { changeApplication } from "./change.ts";
import { type Around, downloadReceipt, showReceipt } from "./receipt.ts";
import { showReview } from "./review.ts";
import { send } from "./send.ts";
import { askWhetherToWithdraw, withdrawApplication } from "./withdraw.ts";

const application = "/{lang}/applications/{id}";
const withdrawal = `${application}/withdrawal`;

export const routes = ({ table, keys, site }: Around): readonly Route[] => [
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/review`,
    answer: (asked) => showReview(asked, table),
  },
  {
    for: "signed-in",
    method: "POST",
    path: `${application}/submission`,
    answer: (asked) => send(asked, table),
    whenRefused: (asked, refusal) => keepRefused(asked, table, refusal),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/receipt`,
    answer: (asked) => showReceipt(asked, { table, keys, site }),
  },
  {
    for: "signed-in",
    method: "GET",
    path: `${application}/receipt.json`,
    answer: (asked) => downloadReceipt(asked, { table, keys, site }),
  },
  {
    for: "signed-in",
    method: "POST",
    path: `${application}/change`,
    answer: (asked) => changeApplication(asked, table),
  },
  {
    for: "signed-in",
    method: "GET",
    path: withdrawal,
    answer: (asked) => askWhetherToWithdraw(asked, table),
  },
  {
    for: "signed-in",
    method: "POST",
    path: withdrawal,
    answer: (asked) => withdrawApplication(asked, table),
  },
];
