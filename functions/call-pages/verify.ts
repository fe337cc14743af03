import * as z from "zod";
import type { Problem } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { plain } from "#shared/http/refusal-words.ts";
import type { Asked } from "#shared/http/request.ts";
import type { Answer } from "#shared/http/serve.ts";
import { examine } from "#shared/signing/examine.ts";
import { verifyPage } from "#web/pages/verify-page.tsx";
import type { FindKeys } from "./known-keys.ts";

/** Bytes. Our largest file has half of it. */
export const largestShown = 1_000_000;

/** A form sends text; a program may send the file as it read it. */
const Shown = z.strictObject({
  receipt: z.union([z.string(), z.record(z.string(), z.unknown())]).default(""),
});

const nothingShown: Problem = {
  pointer: "/receipt",
  code: "required",
  label: t("Kvittering", "Kvittering", "Receipt"),
  message: t(
    "Lim inn kvitteringen, eller velg en fil",
    "Lim inn kvitteringa, eller vel ei fil",
    "Paste the receipt, or choose a file",
  ),
};

/** Signed by KMS, so the public keys are KMS's too. */
const outage = (asked: Asked, text: string): Answer => {
  const { title, explanation } = plain["cannot-verify"];
  const { language } = asked;
  return {
    refusal: { reason: "cannot-verify" },
    page: () =>
      verifyPage(asked, {
        text,
        problems: [],
        outage: { title: title[language], text: explanation[language] },
      }),
  };
};

export const askForReceipt = async (asked: Asked): Promise<Answer> => ({
  page: () => verifyPage(asked, { text: "", problems: [] }),
  json: () => ({ page: "verify" }),
});

/** Says what becomes of what is shown. It is neither kept nor logged. */
export const verifyShown = async (asked: Asked, findKeys: FindKeys): Promise<Answer> => {
  const body = Shown.safeParse(asked.body);
  if (!body.success) return { reason: "malformed-request" };
  const { receipt } = body.data;
  const text = typeof receipt === "string" ? receipt : "";
  const shown = asked.file ? new TextDecoder().decode(asked.file.bytes) : receipt;
  if (typeof shown === "string" && !shown.trim())
    return {
      refusal: { reason: "problems-in-answers", problems: [nothingShown] },
      page: () => verifyPage(asked, { text, problems: [nothingShown] }),
    };
  const keys = await findKeys();
  if (!keys) return outage(asked, text);
  const examined = await examine(shown, keys);
  return {
    page: () => verifyPage(asked, { text: examined.verdict === "ours" ? "" : text, problems: [], examined }),
    json: () => examined,
  };
};
