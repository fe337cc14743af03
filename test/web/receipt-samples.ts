// The page where somebody shows us a receipt, and all that it may answer.
import { receiptOf } from "#shared/domain/receipt.ts";
import { t } from "#shared/domain/text.ts";
import type { Examined } from "#shared/domain/verdict.ts";
import { verifyPage } from "#web/pages/verify-page.tsx";
import type { View } from "#web/view.ts";
import { call, sent, submission } from "./sample-records.ts";

const receipt = receiptOf(call, sent, submission);

export const verifying = (view: View) => verifyPage(view, { text: "", problems: [] });

const nothing = {
  pointer: "/receipt",
  code: "required",
  label: t("Kvittering", "Kvittering", "Receipt"),
  message: t("Lim inn kvitteringen", "Lim inn kvitteringa", "Paste the receipt"),
};
export const verifyingNothing = (view: View) => verifyPage(view, { text: "", problems: [nothing] });

const outage = { title: "Vi får ikke kontrollert noe nå", text: "Prøv igjen om noen minutter." };
export const verifyingOutage = (view: View) => verifyPage(view, { text: "eyJ", problems: [], outage });

const of = (answers: "unchanged" | "changed" | "not-there"): Examined => ({
  verdict: "ours",
  receipt,
  key: "2024-1",
  answers,
});

/** Every answer the page may give, by name. */
export const verdicts: Readonly<Record<string, Examined>> = {
  ours: of("unchanged"),
  "ours-alone": of("not-there"),
  "other-answers": of("changed"),
  changed: { verdict: "changed" },
  "unknown-key": { verdict: "unknown-key" },
  "not-a-receipt": { verdict: "not-a-receipt" },
  unsigned: { verdict: "unsigned" },
};

export const verified = (view: View, examined: Examined) =>
  verifyPage(view, { text: "</textarea><b>\n", problems: [], examined });
