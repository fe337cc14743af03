import { describe, expect, test } from "vitest";
import { calls, findCall } from "#shared/calls/index.ts";
import { Level } from "#shared/domain/call.ts";
import { languages, type Text } from "#shared/domain/text.ts";
import { isAfter } from "#shared/domain/time.ts";
import type { Condition, Field, Fields, Options } from "#shared/form/fields.ts";
import type { Form } from "#shared/form/form.ts";

// What holds for the calls there are holds for the next one too: these tests read whatever lies under shared/calls.

/** Not so the choice of a language, whose options have the same keys. */
const isText = (value: object): value is Text => "nb" in value && typeof value.nb === "string";

const textsIn = (value: unknown): readonly Text[] => {
  if (typeof value !== "object" || value === null) return [];
  return isText(value) ? [value] : Object.values(value).flatMap(textsIn);
};

test("a call is found by its id, and nothing else is", () => {
  for (const definition of calls) expect(findCall(definition.call.id)).toBe(definition);
  expect(findCall("nic-1999")).toBeUndefined();
});

describe.for(calls.map((definition) => [definition.call.id, definition] as const))(
  "the call %s",
  ([, { call, application, webinar, facts }]) => {
    const texts = textsIn([call, application, webinar]);

    test("says everything in every language, without stray spaces", () => {
      expect(texts.length).toBeGreaterThan(100);
      const words = texts.flatMap((text) => languages.map((language) => text[language]));
      expect(words.filter((word) => word === "" || word !== word.trim() || /\s{2}/.test(word))).toEqual([]);
    });

    test("is written in nynorsk and English, not copied from bokmål", () => {
      const isName = (words: string) => words.split(" ").every((word) => /^[(\p{Lu}]/u.test(word));
      const long = texts.filter(({ nb }) => nb.split(" ").length >= 4 && !isName(nb));
      expect(long.length).toBeGreaterThan(40);
      expect(long.filter(({ nb, en }) => nb === en)).toEqual([]);
      expect(long.filter(({ nb, nn }) => nb === nn).length).toBeLessThan(long.length / 10);
    });

    test("has no bokmål word in its nynorsk, and no nynorsk word in its bokmål", () => {
      const bokmål =
        /\b(ikke|hva|hvor|hvordan|hvilke|hvem|navn|søker|virksomhet\w*|dere|deres|fra|være|noe|klyngen)\b/i;
      const nynorsk =
        /\b(ikkje|kva|kvar|korleis|kven|namn|søkjar|verksemd\w*|dykk|dykkar|frå|vere|noko|klynga|berre)\b/i;
      expect(texts.map(({ nn }) => nn).filter((word) => bokmål.test(word))).toEqual([]);
      expect(texts.map(({ nb }) => nb).filter((word) => nynorsk.test(word))).toEqual([]);
    });

    test("opens before any of its deadlines, and its webinar ends after it starts", () => {
      expect(isAfter(call.webinar.endsAt, call.webinar.startsAt)).toBe(true);
      expect(isAfter(call.webinar.startsAt, call.opensAt)).toBe(true);
    });

    const allFields = (form: Form): readonly Field[] =>
      Object.values(form.sections).flatMap(({ fields }) => withRows(fields));
    const withRows = (fields: Fields): readonly Field[] =>
      Object.values(fields).flatMap((field) =>
        field.kind === "group" ? [field, ...withRows(field.fields)] : [field],
      );
    const fieldAt = (form: Form, path: string): Field | undefined => {
      const [section = "", name = "", inRow, ...rest] = path.split(".");
      const field = form.sections[section]?.fields[name];
      if (inRow === undefined || rest.length > 0) return rest.length > 0 ? undefined : field;
      return field?.kind === "group" ? field.fields[inRow] : undefined;
    };

    describe.for([application, webinar].map((form) => [form.id, form] as const))(
      "in its form %s",
      ([, form]) => {
        const optionsOf = (field: Field | undefined): Options =>
          field && "options" in field ? field.options : {};
        /** The question a condition looks at: in the same row, or in a section of every level. */
        const lookedAt = ({ when }: Condition, siblings: Fields): Field | undefined => {
          if (when.startsWith(".")) return siblings[when.slice(1)];
          return form.sections[when.split(".")[0] ?? ""]?.levels ? undefined : fieldAt(form, when);
        };
        const conditionsIn = (fields: Fields): readonly (readonly [Condition, Fields])[] =>
          Object.values(fields).flatMap((field) => [
            ...(field.showIf ? [[field.showIf, fields] as const] : []),
            ...(field.kind === "group" ? conditionsIn(field.fields) : []),
          ]);

        test("a question hangs only on a choice that is always asked, and on answers that choice has", () => {
          for (const [condition, siblings] of Object.values(form.sections).flatMap(({ fields }) =>
            conditionsIn(fields),
          )) {
            const choice = lookedAt(condition, siblings);
            expect(choice, condition.when).toBeDefined();
            expect(choice?.showIf, condition.when).toBeUndefined();
            expect(condition.is.filter((key) => !Object.hasOwn(optionsOf(choice), key))).toEqual([]);
          }
        });

        test("a rule points at a question of a section that its levels have", () => {
          for (const { at, levels } of form.rules ?? []) {
            expect(fieldAt(form, at), at).toBeDefined();
            const has = form.sections[at.split(".")[0] ?? ""]?.levels ?? Level.options;
            expect((levels ?? has).filter((level) => !has.includes(level))).toEqual([]);
          }
        });

        test("names can be spelt as paths: plain words, at most forty characters", () => {
          const names = (value: unknown): readonly string[] =>
            typeof value === "object" && value !== null && !isText(value)
              ? Object.entries(value).flatMap(([key, inner]) => [key, ...names(inner)])
              : [];
          const tables = allFields(form).flatMap((field) =>
            field.kind === "table" ? [...Object.keys(field.rows), ...Object.keys(field.columns)] : [],
          );
          const options = allFields(form).flatMap((field) => Object.keys(optionsOf(field)));
          for (const name of [...names(form.sections), ...tables, ...options])
            expect(name).toMatch(/^[a-z][A-Za-z0-9]{0,39}$|^\d{1,2}$/);
        });

        test("limits are possible to keep", () => {
          for (const field of allFields(form)) {
            if ("min" in field && "max" in field)
              expect(field.min ?? 0).toBeLessThanOrEqual(field.max ?? Infinity);
            if (field.kind === "date") expect((field.from ?? "0") < (field.to ?? "9")).toBe(true);
            if (field.kind === "checkboxes")
              expect(field.min ?? 1).toBeLessThanOrEqual(Object.keys(field.options).length);
          }
        });
      },
    );

    test("finds the facts that lists and receipts show in questions that every level must answer", () => {
      for (const path of Object.values(facts)) {
        const field = fieldAt(application, path);
        expect(field, path).toBeDefined();
        expect(field?.optional ?? field?.showIf, path).toBeUndefined();
        expect(application.sections[path.split(".")[0] ?? ""]?.levels, path).toBeUndefined();
      }
      expect(fieldAt(application, facts.receiptTo)?.kind).toBe("email");
      expect(fieldAt(application, facts.organisationNumber)?.kind).toBe("orgNumber");
    });

    test("signs up to its webinar in one section with what a registration is made of", () => {
      expect(Object.keys(webinar.sections)).toEqual(["signUp"]);
      expect(Object.keys(webinar.sections["signUp"]?.fields ?? {})).toEqual(
        expect.arrayContaining(["name", "email", "organisation", "language"]),
      );
    });

    test("has contacts nobody real could be disturbed at", () => {
      expect(call.contacts.length).toBeGreaterThan(0);
      for (const { email } of call.contacts) expect(email).toMatch(/@([a-z-]+\.)*example$/);
    });
  },
);
