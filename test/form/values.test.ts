import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import {
  readDate,
  readDecimal,
  readInteger,
  readTime,
  showDate,
  showLimit,
  showMoney,
  showNumber,
  showTime,
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
    "1,200,000",
    "NOK 1,200,000",
    "1 200 000,- kr",
    "1200000,00",
    "Kr. 1.200.000",
  ])("«%s» is 1 200 000", (typed) => expect(readInteger(typed)).toBe(1_200_000));
  test.for([
    "1200.50",
    "1200,50",
    "ca. 500",
    "500-600",
    "12,5",
    "1 20 000",
    "1.200,000",
    "0,500",
    "--5",
    "1e5",
    "0x10",
    "١٢",
    "Infinity",
    "kr",
    "-",
    "1234567890123",
    "",
  ])("«%s» is not read", (typed) => expect(readInteger(typed)).toBeUndefined());
  test("a true minus sign is a minus", () => expect(readInteger("\u22125")).toBe(-5));
  test("read back as they are shown, in every language", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (number) => {
        for (const language of languages) {
          expect(readInteger(showNumber(number, language))).toBe(number);
          expect(readInteger(showMoney(number, language))).toBe(number);
        }
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
  test("read back as they are shown in Norwegian", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom("nb", "nn"),
        (hundredths, language) => {
          expect(readDecimal(showNumber(hundredths / 100, language))).toBe(hundredths / 100);
        },
      ),
    );
  });
  test("zero is never minus zero", () => {
    expect(Object.is(readDecimal("-0"), 0)).toBe(true);
    expect(Object.is(readInteger("-0"), 0)).toBe(true);
  });
  test.for(["1,2,3", "ti", "1.234,5", "12,34567", "5,", ",5", "50 %", ""])("«%s» is not read", (typed) =>
    expect(readDecimal(typed)).toBeUndefined(),
  );
});

describe("dates", () => {
  test.for([
    "1.9.2024",
    "01.09.24",
    "1. 9. 2024",
    "1.9.24.",
    " 010924 ",
    "01092024",
    "1/9-24",
    "2024-09-01",
    "2024-9-1",
  ])("«%s» is 1 September 2024", (typed) => expect(readDate(typed)).toBe("2024-09-01"));
  test.for([
    "31.2.2024",
    "29.2.2023",
    "32.1.2024",
    "1.13.2024",
    "0.1.2024",
    "1.9",
    "i morgen",
    "1.9.024",
    "1.9.20244",
    "1..x.2024",
    "2024.9.1",
    "20240901",
    "31.4.2024",
    "1/13/2024",
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

describe("times of day", () => {
  test.for(["16.05", "16:05", "1605", "kl. 16.05", "Kl 16:05", " 16.05 "])(
    "«%s» is five past four",
    (typed) => expect(readTime(typed)).toBe("16:05"),
  );
  test.for([
    ["9", "09:00"],
    ["kl. 16", "16:00"],
    ["930", "09:30"],
    ["00.00", "00:00"],
    ["23:59", "23:59"],
  ])("«%s» is %s", ([typed = "", time]) => expect(readTime(typed)).toBe(time));
  test.for(["24.00", "12.60", "12.5", "12,30", "16.05.00", "kl.", "-1", "noon", "4 pm", "12345", ""])(
    "«%s» is no time of day",
    (typed) => expect(readTime(typed)).toBeUndefined(),
  );
  test("are written as each language writes them, and read back", () => {
    expect(languages.map((language) => showTime("09:05", language))).toEqual(["09.05", "09.05", "09:05"]);
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), fc.constantFrom(...languages), (hour, minute, language) => {
        const time = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
        expect(readTime(showTime(time, language))).toBe(time);
      }),
    );
  });
});

test("a limit may be a year, so only large ones have their thousands apart", () => {
  expect(showLimit(1950, "nb")).toBe("1950");
  expect(showLimit(100_000, "nb")).toBe("100\u00a0000");
});
