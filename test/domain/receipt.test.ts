import fc from "fast-check";
import { expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { Receipt, receiptOf, receiptText, sealOf } from "#shared/domain/receipt.ts";
import { instant, readZoned } from "#shared/domain/time.ts";
import { anApplication, aSubmission } from "../support/builders.ts";

const application = anApplication({ organisation: "Blåskjell SA", organisationNumber: "974760673" });
const submission = aSubmission(application, { receivedAt: instant("2024-06-21T13:59:59.999Z") });
const receipt = receiptOf(nic2024.call, application, submission);

test("a receipt says when it arrived to the millisecond, on which clock, and what counted as the deadline", () => {
  expect(receipt).toMatchObject({
    reference: application.reference,
    number: 1,
    receivedAt: "2024-06-21T15:59:59.999+02:00[Europe/Oslo]",
    deadline: "2024-06-21T16:00:00.000+02:00[Europe/Oslo]",
    digest: submission.digest,
    formVersion: 1,
    applicant: { organisation: "Blåskjell SA", organisationNumber: "974760673" },
  });
});

test("in winter the clock is another, and the receipt says so", () => {
  const received = { ...submission, receivedAt: instant("2024-12-01T11:00:00Z") };
  expect(receiptOf(nic2024.call, application, received).receivedAt).toBe(
    "2024-12-01T12:00:00.000+01:00[Europe/Oslo]",
  );
});

test("any moment is read back as the very same, also in the hour that comes twice in autumn", () => {
  const [from, to] = [Date.UTC(2024, 0), Date.UTC(2026, 0)];
  const inRepeatedHour = Date.UTC(2024, 9, 27, 0, 30);
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (at) => {
      const { receivedAt } = receiptOf(nic2024.call, application, { ...submission, receivedAt: instant(at) });
      const read = readZoned(receivedAt);
      expect([read.at.epochMilliseconds, read.timeZone]).toEqual([at, "Europe/Oslo"]);
    }),
    { examples: [[inRepeatedHour], [inRepeatedHour + 3_600_000]] },
  );
});

test("its text is read back as the same receipt, and has one form alone", () => {
  const read = Receipt.parse(JSON.parse(receiptText(receipt)));
  expect(read).toEqual(receipt);
  expect(receiptText(Receipt.parse(Object.fromEntries(Object.entries(receipt).reverse())))).toBe(
    receiptText(receipt),
  );
});

test("it has nothing but what it vouches for", () => {
  expect(Receipt.safeParse({ ...receipt, more: 1 }).success).toBe(false);
  expect(Object.keys(receipt)).not.toContain("owner");
});

test("another receipt has another seal", () => {
  expect(sealOf({ ...receipt, number: 2 })).not.toBe(sealOf(receipt));
});
