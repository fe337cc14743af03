import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EmailAddress } from "#shared/domain/person.ts";

describe("an e-mail address", () => {
  test.for([
    ["kari@eksempel.no", "kari@eksempel.no"],
    ["  Kari.Nordmann+nic@Post.Eksempel.NO ", "kari.nordmann+nic@post.eksempel.no"],
    ["o'hara@eksempel.no", "o'hara@eksempel.no"],
    ["a@xn--blbr-roah.no", "a@xn--blbr-roah.no"],
  ] as const)("«%s» is read as %s", ([typed, address]) => expect(EmailAddress.parse(typed)).toBe(address));

  test.for([
    "kari",
    "kari@",
    "@eksempel.no",
    "kari@eksempel",
    "kari@@eksempel.no",
    "kari@eksempel..no",
    "kari@.no",
    "kari nordmann@eksempel.no",
    "kari@eksempel.no, ola@eksempel.no",
    "Kari <kari@eksempel.no>",
    "kari@eksempel.no\nBcc: ola@eksempel.no",
    "bjørn@eksempel.no",
    "kari@blåbær.no",
    `${"k".repeat(250)}@a.no`,
    "",
  ])("«%s» is none", (typed) => expect(EmailAddress.safeParse(typed).success).toBe(false));

  test("read twice is what it was read as once", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
        const read = EmailAddress.safeParse(typed);
        fc.pre(read.success);
        expect(EmailAddress.parse(read.data)).toBe(read.data);
      }),
    );
  });
});
