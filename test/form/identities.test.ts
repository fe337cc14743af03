import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOrgNumber, readPhone, readUrl, showOrgNumber, showPhone } from "#shared/form/values.ts";

describe("organisation numbers", () => {
  test.for([
    "986399445",
    "986 399 445",
    "986\u00a0399\u00a0445",
    "986.399.445",
    "NO 986 399 445 MVA",
    "no986399445mva",
    "986-399-445",
    "NO986399445",
  ])("«%s» is valid", (typed) => expect(readOrgNumber(typed)).toBe("986399445"));
  test("of any eight digits one check digit fits at most, and none where it would be ten", () => {
    fc.assert(
      fc.property(fc.integer({ min: 80_000_000, max: 99_999_999 }), (body) => {
        const fitting = Array.from({ length: 10 }, (_, digit) => readOrgNumber(`${body}${digit}`)).filter(
          Boolean,
        );
        const sum = [...String(body)].reduce(
          (total, digit, i) => total + Number(digit) * ([3, 2, 7, 6, 5, 4, 3, 2][i] ?? 0),
          0,
        );
        expect(fitting).toHaveLength(sum % 11 === 1 || /^(8{8}|9{8})$/.test(String(body)) ? 0 : 1);
      }),
    );
  });
  test.for([
    "987654321",
    "112233445",
    "911825830",
    "999999999",
    "888888888",
    "98639944",
    "9863994455",
    "186399445",
    "abc",
  ])("«%s» is not", (typed) => expect(readOrgNumber(typed)).toBeUndefined());
  test("one wrong digit is always found", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(9), (at, digit) => {
        const valid = "986399445";
        fc.pre(valid[at] !== String(digit));
        expect(readOrgNumber(valid.slice(0, at) + digit + valid.slice(at + 1))).toBeUndefined();
      }),
    );
  });
  test("are shown in threes", () => expect(showOrgNumber("986399445")).toBe("986\u00a0399\u00a0445"));
});

describe("phone numbers", () => {
  test.for([
    "22002500",
    "22 00 25 00",
    "+47 22 00 25 00",
    "0047 22002500",
    "47 22 00 25 00",
    "(22) 00-25-00",
    "22\u00a000\u201125\u201300",
  ])("«%s» is Norwegian", (typed) => expect(readPhone(typed)).toBe("+4722002500"));
  test("foreign ones keep their country code", () =>
    expect(readPhone("+46 8 123 456 78")).toBe("+46812345678"));
  test.for([
    "1234567",
    "123456789",
    "+47123",
    "+4712345678",
    "12345678",
    "++4722002500",
    "+0123456789",
    "telefon",
    "",
  ])("«%s» is not read", (typed) => expect(readPhone(typed)).toBeUndefined());
  test.for([
    ["+4722002500", "22 00 25 00"],
    ["+4741234567", "41 23 45 67"],
    ["+4780012345", "800 12 345"],
    ["+46812345678", "+46812345678"],
  ] as const)("%s is shown as «%s»", ([number, shown]) =>
    expect(showPhone(number).replaceAll("\u00a0", " ")).toBe(shown),
  );
  test("Norwegian ones read back as they are shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000_000, max: 99_999_999 }), (number) => {
        expect(readPhone(showPhone(`+47${number}`))).toBe(`+47${number}`);
      }),
    );
  });
});

test.for([
  ["www.eksempel.no", "https://www.eksempel.no/"],
  ["http://eksempel.no/a", "http://eksempel.no/a"],
  ["javascript:alert(1)", undefined],
  ["https://user:pass@eksempel.no", undefined],
  ["eksempel", undefined],
  ["https://:pass@eksempel.no", undefined],
  ["blåbær.no/om oss", "https://xn--blbr-roah.no/om%20oss"],
  ["12.5", undefined],
  ["http://127.0.0.1", undefined],
  ["kari@eksempel.no", undefined],
  ["ftp://eksempel.no", undefined],
  [`eksempel.no/${"a".repeat(500)}`, undefined],
  ["", undefined],
] as const)("the web address «%s» is read as %s", ([typed, url]) => expect(readUrl(typed)).toBe(url));
