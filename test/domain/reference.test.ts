import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeReference, Reference, readReference } from "#shared/domain/reference.ts";

const references = fc
  .uint8Array({ minLength: 7, maxLength: 7 })
  .map((bytes) => makeReference("NIC24", bytes));
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";

describe("a reference", () => {
  test("reads back however it is typed", () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(readReference(reference)).toBe(reference);
        expect(
          readReference(reference.replaceAll("-", "\u2013").replaceAll("0", "O").replaceAll("1", "l")),
        ).toBe(reference);
        expect(readReference(` ${reference.toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
      }),
    );
  });

  test("with one wrong character is no reference", () => {
    fc.assert(
      fc.property(references, fc.nat(7), fc.constantFrom(...alphabet), (reference, at, other) => {
        const position = 6 + at + (at > 3 ? 1 : 0);
        fc.pre(reference[position] !== other);
        const wrong = reference.slice(0, position) + other + reference.slice(position + 1);
        expect(Reference.safeParse(wrong).success).toBe(false);
      }),
    );
  });

  test("with two neighbours swapped is no reference", () => {
    fc.assert(
      fc.property(references, fc.nat(5), (reference, at) => {
        const body = reference.slice(6).replace("-", "");
        const [a = "", b = ""] = [body[at], body[at + 1]];
        fc.pre(a !== b);
        const swapped = body.slice(0, at) + b + a + body.slice(at + 2);
        expect(Reference.safeParse(`NIC24-${swapped.slice(0, 4)}-${swapped.slice(4)}`).success).toBe(false);
      }),
    );
  });
});
