// Records as many as are asked for, put straight into the table.
import { randomBytes } from "node:crypto";
import * as z from "zod";
import { nic2024 } from "../shared/calls/nic-2024/index.ts";
import { Application, Submission } from "../shared/domain/application.ts";
import { sha256 } from "../shared/domain/digest.ts";
import type { ExportJob } from "../shared/domain/export-job.ts";
import { EmailAddress } from "../shared/domain/person.ts";
import { receiptOf } from "../shared/domain/receipt.ts";
import { instant } from "../shared/domain/time.ts";
import { check } from "../shared/form/check.ts";
import { formFor } from "../shared/form/levels.ts";
import { listedUnder } from "../shared/records/applications.ts";
import { putAll } from "../shared/records/batches.ts";
import { receiptPut } from "../shared/records/receipts.ts";
import { registrationWrites } from "../shared/records/registrations.ts";
import { decode, type Item, type Table } from "../shared/records/table.ts";
import { keys } from "../shared/records/table-keys.ts";
import { completeDraft } from "../test/support/answers.ts";
import { anApplication, aRegistration, aSubmission } from "../test/support/builders.ts";

const begun = instant("2024-05-14T08:00:00.000Z");

const registered = (table: Table, i: number): readonly Item[] => {
  const registration = aRegistration({
    ...{ email: EmailAddress.parse(`${randomBytes(6).toString("hex")}.${i}@eksempel.example`) },
    ...{ name: `Ola Nr. ${i} Testesen`, questions: `Kva med punkt ${i}?` },
    registeredAt: begun.add({ milliseconds: 50 * i }),
  });
  const [write] = registrationWrites(table, { registration });
  return write?.Put?.Item ? [decode(write.Put.Item)] : [];
};

/** Answers whose every attachment has this in it. */
const answersWith = (attached: Uint8Array) => {
  const checked = check(formFor(nic2024.application, "impact"), completeDraft("impact"));
  if (!checked.ok) throw new Error("The sample cannot be sent");
  const { attachments, ...answers } = checked.answers;
  const about = { bytes: attached.length, sha256: sha256(attached) };
  const lists = z.record(z.string(), z.array(z.looseObject({ id: z.string() }))).parse(attachments);
  const files = Object.entries(lists).map(([name, all]) => [name, all.map((one) => ({ ...one, ...about }))]);
  return { ...answers, attachments: Object.fromEntries(files) };
};

const sentWith = (attached: Uint8Array) => {
  const answers = answersWith(attached);
  return (table: Table, i: number): readonly Item[] => {
    const startedAt = begun.add({ milliseconds: 50 * i });
    const draft = anApplication({ level: "impact", startedAt });
    const application: Application = { ...draft, state: "submitted", submissions: 1, submittedAt: startedAt };
    const submission = aSubmission(draft, { answers });
    return [
      {
        ...z.encode(Application, application),
        ...{ ...keys.application(draft.id), item: "application", ...listedUnder(application) },
      },
      { ...z.encode(Submission, submission), ...keys.submission(draft.id, 1), item: "submission" },
      decode(receiptPut(table, receiptOf(nic2024.call, application, submission), startedAt).Item),
    ];
  };
};

export const fillable = ["registrations", "applications", "folders"] as const satisfies ExportJob["what"][];
export type Fillable = (typeof fillable)[number];

const abreast = 8;

export const fill = async (
  table: Table,
  what: Fillable,
  { count, attached }: { readonly count: number; readonly attached: Uint8Array },
): Promise<void> => {
  const made = what === "registrations" ? registered : sentWith(attached);
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const from = next;
      next = Math.min(count, next + 12);
      await putAll(table, Array.from({ length: next - from }, (_, i) => made(table, from + i)).flat());
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
};
