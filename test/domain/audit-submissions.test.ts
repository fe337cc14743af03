import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Submission } from "#shared/domain/application.ts";
import { auditOwed, owedIn } from "#shared/domain/audit.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { PersonId } from "#shared/domain/person.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { changed, codesIn, codesOf, other, pick } from "../support/audited.ts";
import { anApplication } from "../support/builders.ts";
import { sentHistories, storedOf } from "../support/histories.ts";

// Each run digests a whole history, some of them many times.
fc.configureGlobal({ numRuns: 30 });

describe("a submission", () => {
  const attributes: Readonly<Record<keyof Submission, (submission: Submission) => Partial<Submission>>> = {
    applicationId: () => ({ applicationId: anApplication().id }),
    number: ({ number }) => ({ number: number + 1 }),
    reference: () => ({ reference: makeReference("NIC24", Buffer.from("another")) }),
    level: () => ({ level: "explore" }),
    language: () => ({ language: "en" }),
    formVersion: ({ formVersion }) => ({ formVersion: formVersion + 1 }),
    idempotencyKey: () => ({ idempotencyKey: randomUUID() }),
    revisions: () => ({ revisions: { applicant: 2 } }),
    answers: () => ({ answers: { applicant: { organisation: "Another" } } }),
    receivedAt: ({ receivedAt }) => ({ receivedAt: receivedAt.subtract({ milliseconds: 1 }) }),
    deadline: ({ deadline }) => ({ deadline: deadline.add({ milliseconds: 1 }) }),
    digest: () => ({ digest: other }),
    submittedBy: () => ({ submittedBy: PersonId.parse("person-9") }),
    receiptTo: () => ({ receiptTo: "another@eksempel.example" }),
  };
  const vouchedFor = ["applicationId", "number", "reference", "level", "formVersion", "receivedAt"];
  const ofReceipt = new Set([...vouchedFor, "deadline", "digest"]);

  test.for(Object.entries(attributes))("is found when its %s is another", ([name, change]) => {
    fc.assert(
      fc.property(sentHistories, fc.nat(), (made, choice) => {
        const at = pick(made.submissions, choice);
        const submissions = changed(made.submissions, at, (one) => ({ ...one, ...change(one) }));
        const kept = storedOf({ ...made, submissions }).submissions.map(({ is }, i) => ({
          number: i + 1,
          is,
        }));
        const codes = codesOf({ ...storedOf(made), submissions: kept });
        expect(codes).toContainEqual(["submission-changed", at + 1]);
        const isVouchedFor = codes.some(([code]) => code === "receipt-of-another");
        expect(isVouchedFor).toBe(ofReceipt.has(name));
      }),
    );
  });

  test("with other answers is found even when its own digest goes with them", () => {
    fc.assert(
      fc.property(sentHistories, (made) => {
        const answers = { applicant: { organisation: "Another" } };
        const digest = sha256(JSON.stringify(answers));
        const submissions = changed(made.submissions, 0, (one) => ({ ...one, answers, digest }));
        expect(codesIn({ ...made, submissions })).toEqual([
          ["submission-changed", 1],
          ["receipt-of-another", 1],
        ]);
      }),
    );
  });

  test("that is removed or slipped in is found", () => {
    fc.assert(
      fc.property(sentHistories, fc.nat(), (made, choice) => {
        const at = pick(made.submissions, choice);
        const removed = made.submissions.filter((_, i) => i !== at);
        expect(codesIn({ ...made, submissions: removed })).toContainEqual(["submission-missing", at + 1]);
        const number = made.submissions.length + 1;
        const more = made.submissions.slice(0, 1).map((one) => ({ ...one, number }));
        const slipped = codesIn({ ...made, submissions: [...made.submissions, ...more] });
        expect(slipped).toEqual([["submission-without-event", number]]);
      }),
    );
  });
});

describe("a receipt", () => {
  const attributes = {
    reference: { reference: makeReference("NIC24", Buffer.from("another")) },
    number: { number: 77 },
    application: { application: anApplication().id },
    level: { level: "explore" },
    applicant: { applicant: { organisation: "Another", organisationNumber: "974760673" } },
    receivedAt: { receivedAt: "2024-06-20T11:00:00.000+02:00[Europe/Oslo]" },
    deadline: { deadline: "2024-06-28T16:00:00.000+02:00[Europe/Oslo]" },
    formVersion: { formVersion: 9 },
    digest: { digest: other },
  } as const;

  test.for(Object.entries(attributes))("is found when its %s is another", ([name, change]) => {
    fc.assert(
      fc.property(sentHistories, fc.nat(), (made, choice) => {
        const at = pick(made.receipts, choice);
        const stored = storedOf(made);
        const receipts = changed(stored.receipts, at, ({ number, is }) => ({
          number,
          is: is && { ...is, receipt: { ...is.receipt, ...change } },
        }));
        const codes = codesOf({ ...stored, receipts });
        expect(codes).toContainEqual(["receipt-changed", at + 1]);
        if (name !== "applicant") expect(codes).toContainEqual(["receipt-of-another", at + 1]);
      }),
    );
  });

  test("that is removed, slipped in, or in another's place is found", () => {
    fc.assert(
      fc.property(sentHistories, sentHistories, (made, theirs) => {
        expect(codesIn({ ...made, receipts: made.receipts.slice(1) })).toEqual([["receipt-missing", 1]]);
        const number = made.receipts.length + 1;
        const more = made.receipts.slice(0, 1).map((one) => ({ ...one, number }));
        expect(codesIn({ ...made, receipts: [...made.receipts, ...more] })).toEqual([
          ["receipt-without-event", number],
        ]);
        const receipts = [...theirs.receipts.slice(0, 1), ...made.receipts.slice(1)];
        expect(codesIn({ ...made, receipts })).toEqual([
          ["receipt-changed", 1],
          ["receipt-of-another", 1],
        ]);
      }),
    );
  });

  test.for([
    ["not-valid", "signature-not-valid"],
    ["unknown-key", "signature-by-unknown-key"],
  ] as const)("whose signature is %s is found", ([signature, code]) => {
    fc.assert(
      fc.property(sentHistories, (made) => {
        const stored = storedOf(made);
        const receipts = stored.receipts.map(({ number, is }) => ({
          number,
          is: is && { ...is, signature },
        }));
        expect(codesOf({ ...stored, receipts })).toEqual(made.receipts.map((_, i) => [code, i + 1]));
      }),
    );
  });

  test("is owed its signature for an hour, and after that it is missing", () => {
    fc.assert(
      fc.property(sentHistories, (made) => {
        const stored = storedOf(made);
        expect(owedIn(stored)).toEqual([]);
        const unsigned = stored.receipts.map(({ number, is }) => ({
          number,
          is: is && { ...is, signature: "none" as const },
        }));
        const owed = owedIn({ ...stored, receipts: unsigned });
        expect(codesOf({ ...stored, receipts: unsigned })).toEqual([]);
        expect(
          auditOwed(owed, made.application.startedAt.add({ hours: 9 })).map(({ code, number }) => [
            code,
            number,
          ]),
        ).toEqual(made.receipts.map(({ number }) => ["signature-missing", number]));
        const last = owed.at(-1);
        if (!last) throw new Error("Nothing is owed");
        const anHourLater = last.since.add({ hours: 1 });
        expect(auditOwed([last], anHourLater)).toEqual([]);
        expect(auditOwed([last], anHourLater.add({ milliseconds: 1 }))).toHaveLength(1);
      }),
    );
  });
});
