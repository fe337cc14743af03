import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { quoted } from "#shared/mail/typed.ts";
import { letterOf } from "#shared/mail/words.ts";
import { applicationId, colleagueId, contents, messageOf, sender } from "./sample-messages.ts";

const invitation = contents.find(({ kind }) => kind === "invitation");
if (invitation?.kind !== "invitation") throw new Error("There is no sample of an invitation");

const letterWith = (given: Partial<typeof invitation>, language: (typeof languages)[number] = "nb") =>
  letterOf(messageOf({ ...invitation, ...given }, language), sender.siteUrl);

describe("an invitation", () => {
  test.for(languages)("in %s leads to its own page with the key, and says until when", (language) => {
    const letter = letterWith({}, language);
    expect(letter.link?.href).toBe(
      `https://opptak.example/${language}/invitations/${applicationId}/${colleagueId}?key=k_-2`,
    );
    expect(JSON.stringify(letter.facts)).toContain("15.59.59".replaceAll(".", language === "en" ? ":" : "."));
  });

  test("has nothing in its subject, text or closing that the inviter could have chosen", () => {
    const chosen = letterWith({ invitedBy: "Kontoen din er stengt", name: "Ring 12345678" });
    const { facts: _, ...plain } = letterWith({});
    const { facts, ...shown } = chosen;
    expect(shown).toEqual(plain);
    expect(facts).toContainEqual(["Invitert av", "«Kontoen din er stengt»"]);
  });

  test("to an application without a name says nothing in its place", () => {
    expect(letterWith({ name: " " }).facts.map(([label]) => label)).not.toContain("Søknad");
  });

  test("tells a reader and a writer different things", () => {
    expect(letterWith({ may: "read" }).facts).not.toEqual(letterWith({ may: "edit" }).facts);
  });
});

test("a quoted name is one short line between its marks, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300, size: "max" }), (text) => {
      const shown = quoted(text).replaceAll("\u2060", "");
      expect(shown).toMatch(/^«[^«»"“”\r\n]*»$/);
      expect([...shown].length).toBeLessThanOrEqual(82);
    }),
  );
  expect(quoted("Havbruksklyngen Vest")).toBe("«Havbruksklyngen Vest»");
});
