import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import type { Questions } from "./made-up-answers.ts";

/** Asks the service and reads its JSON. */
export type Ask = <Schema extends z.ZodType>(
  address: readonly [method: string, path: string],
  schema: Schema,
  body?: object,
) => Promise<z.infer<Schema>>;

const Ticket = z.object({ url: z.string(), fields: z.record(z.string(), z.string()) });
const Attached = z.object({
  answers: z.record(z.string(), z.array(z.object({ name: z.string(), state: z.string() }))),
});

/** The smallest thing that is a PDF, with a line of its own in it. */
const madeUpPdf = (words: string): Buffer =>
  Buffer.from(
    `%PDF-1.7\n% ${words}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  );

const attach = async (ask: Ask, application: string, field: string): Promise<void> => {
  const name = `Oppdiktet ${field}.pdf`;
  const bytes = madeUpPdf(`${application} ${field}`);
  const { url, fields } = await ask(["POST", `${application}/files`], Ticket, {
    field,
    name,
    type: "application/pdf",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append("file", new File([new Uint8Array(bytes)], name));
  const stored = await fetch(url, { method: "POST", body: form });
  if (!stored.ok) throw new Error(`the demo met ${stored.status} at an upload: ${await stored.text()}`);
};

const longestCheck = 60_000;

/** Attaches a made-up file to every question that must have one, and waits until each has been checked. */
export const attachAll = async (
  ask: Ask,
  application: string,
  section: string,
  questions: Questions,
): Promise<void> => {
  const must = Object.keys(questions).filter((name) => !questions[name]?.optional);
  for (const field of must) await attach(ask, application, field);
  for (let waited = 0; waited < longestCheck; waited += 100) {
    const { answers } = await ask(["GET", `${application}/sections/${section}`], Attached);
    if (
      Object.values(answers)
        .flat()
        .every(({ state }) => state === "clean")
    )
      return;
    await wait(100);
  }
  throw new Error("the demo's files were never found clean");
};
