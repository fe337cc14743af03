import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readDate,
  readDecimal,
  readInteger,
  readOrgNumber,
  readPhone,
  readUrl,
  showDate,
  showNumber,
  showOrgNumber,
  showPhone,
} from "#shared/form/values.ts";

describe("whole amounts", () => {
  test.for([
    "1200000",
    "1 200 000",
    "1.200.000",
    "1\u00a0200\u00a0000",
    "1\u202f200\u202f000",
    "kr 1200000,-",
    "1 200 000 kr",
  ])("«%s» is 1 200 000", (typed) => expect(readInteger(typed)).toBe(1_200_000));
  test.for(["1200.50", "ca. 500", "12,5", "1 20 000", "--5", "1e5", ""])("«%s» is not read", (typed) =>
    expect(readInteger(typed)).toBeUndefined(),
  );
  test("a true minus sign is a minus", () => expect(readInteger("\u22125")).toBe(-5));
  test("read back as they are shown, in every language", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (number) => {
        expect(readInteger(showNumber(number, "nb"))).toBe(number);
        expect(readInteger(showNumber(number, "nn"))).toBe(number);
        expect(readInteger(String(number))).toBe(number);
      }),
    );
  });
});

describe("decimals", () => {
  test.for([
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["1 234,25", 1234.25],
    ["\u22120,5", -0.5],
  ] as const)("«%s» is %d", ([typed, number]) => expect(readDecimal(typed)).toBe(number));
  test.for(["1,2,3", "ti", "1.234,5", ""])("«%s» is not read", (typed) =>
    expect(readDecimal(typed)).toBeUndefined(),
  );
});

describe("dates", () => {
  test.for(["1.9.2024", "01.09.24", "010924", "01092024", "1/9-24", "2024-09-01"])(
    "«%s» is 1 September 2024",
    (typed) => expect(readDate(typed)).toBe("2024-09-01"),
  );
  test.for([
    "31.2.2024",
    "29.2.2023",
    "32.1.2024",
    "1.13.2024",
    "0.1.2024",
    "1.9",
    "i morgen",
    "1.9.024",
    "",
  ])("«%s» is no day", (typed) => expect(readDate(typed)).toBeUndefined());
  test("29 February is a day in leap years alone", () => {
    expect(readDate("29.2.2024")).toBe("2024-02-29");
    expect(readDate("29.2.2000")).toBe("2000-02-29");
    expect(readDate("29.2.2100")).toBeUndefined();
  });
  test("every day reads back from day.month.year", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year, month, dayOfMonth] = day.split("-");
          expect(readDate(`${Number(dayOfMonth)}.${Number(month)}.${year}`)).toBe(day);
        },
      ),
    );
  });
  test("are written as Norwegians write them", () => {
    expect(showDate("2024-06-21", "nb")).toBe("21. juni 2024");
    expect(showDate("2024-06-21", "nn")).toBe("21. juni 2024");
    expect(showDate("2024-06-21", "en")).toBe("21 June 2024");
  });
});

describe("organisation numbers", () => {
  test.for([
    "986399445",
    "986 399 445",
    "986\u00a0399\u00a0445",
    "986.399.445",
    "NO 986 399 445 MVA",
    "no986399445mva",
  ])("«%s» is valid", (typed) => expect(readOrgNumber(typed)).toBe("986399445"));
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
  test.for(["22002500", "22 00 25 00", "+47 22 00 25 00", "0047 22002500", "(22) 00-25-00"])(
    "«%s» is Norwegian",
    (typed) => expect(readPhone(typed)).toBe("+4722002500"),
  );
  test("foreign ones keep their country code", () =>
    expect(readPhone("+46 8 123 456 78")).toBe("+46812345678"));
  test.for(["1234567", "123456789", "+47123", "telefon", ""])("«%s» is not read", (typed) =>
    expect(readPhone(typed)).toBeUndefined(),
  );
  test("are shown in pairs", () => expect(showPhone("+4722002500")).toBe("22\u00a000\u00a025\u00a000"));
});

test.for([
  ["www.eksempel.no", "https://www.eksempel.no/"],
  ["http://eksempel.no/a", "http://eksempel.no/a"],
  ["javascript:alert(1)", undefined],
  ["https://user:pass@eksempel.no", undefined],
  ["eksempel", undefined],
] as const)("the web address «%s» is read as %s", ([typed, url]) => expect(readUrl(typed)).toBe(url));
