import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { ClosingList, closingOf, listText, type Stood, stoodAt } from "#shared/domain/closing.ts";
import { sha256 } from "#shared/domain/digest.ts";
import { makeReference } from "#shared/domain/reference.ts";
import { instant } from "#shared/domain/time.ts";
import { anEvent } from "../support/builders.ts";

const deadline = instant("2024-06-21T14:00:00Z");
const about = {
  call: CallId.parse("nic-2024"),
  level: "connect",
  deadline,
  at: deadline.add({ minutes: 1 }),
} as const;

const anyStood: fc.Arbitrary<Stood> = fc
  .tuple(
    fc.uint8Array({ minLength: 7, maxLength: 7 }),
    fc.constantFrom("sent", "withdrawn", "draft"),
    fc.integer({ min: 1, max: 9 }),
    fc.boolean(),
  )
  .map(([random, state, submission, isExtended]) => ({
    reference: makeReference("NIC24", random),
    as: state === "sent" ? { state, submission } : { state },
    isExtended,
    digest: state === "sent" ? sha256(String(random)) : undefined,
  }));
const anyLevel = fc.uniqueArray(anyStood, { selector: ({ reference }) => reference });

describe("how a level closed", () => {
  test("is the same in whatever order the applications are read", () => {
    fc.assert(
      fc.property(anyLevel, anyLevel, (one, other) => {
        const all = [...one, ...other.filter(({ reference }) => !one.some((a) => a.reference === reference))];
        expect(closingOf(about, all.toReversed(), 0)).toEqual(closingOf(about, all, 0));
      }),
    );
  });

  test("counts every application once, and lists those that were sent", () => {
    fc.assert(
      fc.property(anyLevel, (all) => {
        const { list, numbers } = closingOf(about, all, 0);
        const { sent, withdrawn, drafts, extended } = numbers;
        expect(sent + withdrawn + drafts + extended).toBe(all.length);
        expect(list.applications).toHaveLength(sent);
        const references = list.applications.map(({ reference }) => reference);
        expect(references).toEqual(references.toSorted());
      }),
    );
  });

  test("has a digest that anybody can compute from the list", () => {
    fc.assert(
      fc.property(anyLevel, (all) => {
        const { list, digest } = closingOf(about, all, 0);
        expect(ClosingList.parse(JSON.parse(listText(list)))).toEqual(list);
        expect(sha256(listText(list))).toBe(digest);
      }),
    );
  });

  test("has another digest when anything in it is another", () => {
    const reference = makeReference("NIC24", new Uint8Array(7));
    const sent = (submission: number, digest = "a".repeat(64)): Stood => ({
      reference,
      as: { state: "sent", submission },
      isExtended: false,
      digest,
    });
    const digests = [
      closingOf(about, [sent(1)], 0),
      closingOf(about, [sent(2)], 0),
      closingOf(about, [sent(1, "b".repeat(64))], 0),
      closingOf({ ...about, level: "impact" }, [sent(1)], 0),
      closingOf({ ...about, deadline: deadline.add({ hours: 1 }) }, [sent(1)], 0),
      closingOf(about, [], 0),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe("how an application stood", () => {
  const event = (what: "application-submitted" | "application-withdrawn", at: string, detail?: string) =>
    anEvent({ what, at: instant(at), ...(detail && { detail }) });
  const history = [
    anEvent({ at: instant("2024-06-01T08:00:00Z") }),
    event("application-submitted", "2024-06-20T12:00:00Z", "1"),
    event("application-withdrawn", "2024-06-21T13:59:59Z", "1"),
    event("application-submitted", "2024-06-21T14:00:00Z", "2"),
    event("application-withdrawn", "2024-06-25T12:00:00Z", "2"),
  ];
  test.for([
    ["2024-06-20T11:59:59.999Z", { state: "draft" }],
    ["2024-06-20T12:00:00Z", { state: "sent", submission: 1 }],
    ["2024-06-21T13:59:59.999Z", { state: "withdrawn" }],
    ["2024-06-21T14:00:00Z", { state: "sent", submission: 2 }],
    ["2024-07-01T14:00:00Z", { state: "withdrawn" }],
  ] as const)("at %s is read from its history", ([at, standing]) => {
    expect(stoodAt(history, instant(at))).toEqual(standing);
  });
});
