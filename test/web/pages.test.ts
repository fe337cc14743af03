import { describe, expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { drawn, sampleNames } from "./samples.tsx";
import { type Tag, tagsIn } from "./tags.ts";

const every = sampleNames.flatMap((name) => languages.map((language) => ({ name, language })));

const named = (tags: readonly Tag[], ...names: readonly string[]) =>
  tags.filter(({ name }) => names.includes(name));

const idsOf = (tags: readonly Tag[]) =>
  tags.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));

const isTypedInto = ({ attributes }: Tag) => !["hidden", "submit"].includes(attributes["type"] ?? "");

describe.each(every)("the page $name in $language", ({ name, language }) => {
  const html = drawn(name, language);
  const tags = tagsIn(html);
  const ids = idsOf(tags);

  test("says which language it is in and links to the others by their own names", () => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    for (const other of languages)
      expect(tags).toContainEqual(
        expect.objectContaining({
          name: "a",
          attributes: expect.objectContaining({ lang: other, hreflang: other }),
        }),
      );
  });

  test("has no word missing and nothing that was not made for people", () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|>null</);
  });

  test("has one main heading and a title", () => {
    expect(named(tags, "h1")).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]+ – Opptak<\/title>/);
  });

  test("has no id twice", () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test("ties every field to a label", () => {
    const labelled = named(tags, "label").map(({ attributes }) => attributes["for"]);
    for (const { attributes } of named(tags, "input", "select", "textarea").filter(isTypedInto))
      expect(
        attributes["aria-label"] ?? labelled.find((id) => id === attributes["id"]),
        attributes["name"],
      ).toBeTruthy();
    for (const id of labelled) expect(ids).toContain(id);
  });

  test("describes and names only by what is there", () => {
    const pointers = tags.flatMap(({ attributes }) =>
      [attributes["aria-describedby"], attributes["aria-labelledby"]].flatMap(
        (list) => list?.split(" ") ?? [],
      ),
    );
    for (const id of pointers) expect(ids).toContain(id);
  });

  test("leads from each error to its field", () => {
    const local = named(tags, "a").flatMap(({ attributes: { href = "" } }) =>
      href.startsWith("#") ? [href.slice(1)] : [],
    );
    for (const id of local) expect(ids).toContain(id);
  });

  test("has no style or script of its own, which the content security policy would stop", () => {
    expect(named(tags, "style")).toEqual([]);
    for (const { attributes } of named(tags, "script")) expect(attributes["src"]).toMatch(/^\/assets\//);
    for (const { attributes } of tags)
      for (const key of Object.keys(attributes)) expect(key).not.toMatch(/^(style|on.*)$/);
  });

  test("puts at most one thing in focus", () => {
    expect(tags.filter(({ attributes }) => "autofocus" in attributes).length).toBeLessThanOrEqual(1);
  });
});

test("a public page is the same whoever asks", () => {
  expect(drawn("call", "nb")).not.toMatch(/sign-out/);
});

test("typed text is shown as it was typed and never becomes markup", () => {
  const html = drawn("webinar-problems", "nb");
  expect(html).toContain('value="&lt;b&gt;Kari &amp; &quot;Ola&quot;&lt;/b&gt;"');
  expect(html).not.toContain("<b>Kari");
});

test("a page that tells of something wrong says so first in its title", () => {
  expect(drawn("section-problems", "nb")).toContain("<title>Feil: ");
  expect(drawn("section-problems", "en")).toContain("<title>Error: ");
});

test("a post that did not get through is handed back, line breaks and all", () => {
  const fields = named(tagsIn(drawn("refusal-resend", "nb")), "input").map(({ attributes }) => attributes);
  expect(fields).toContainEqual({ type: "hidden", name: "revision", value: "4" });
  expect(fields).toContainEqual(
    expect.objectContaining({
      name: "answers.summary",
      value: expect.stringContaining("Første avsnitt.\n\nAndre"),
    }),
  );
});

test("after the deadline what is written can be read, and nothing can be sent", () => {
  const tags = tagsIn(drawn("section-closed", "nb"));
  const open = named(tags, "input", "select", "textarea")
    .filter(isTypedInto)
    .filter(({ attributes }) => !("readonly" in attributes) && !("disabled" in attributes));
  expect(open).toEqual([]);
  expect(named(tags, "button").filter(({ attributes }) => "name" in attributes)).toEqual([]);
});

test("Enter in a field presses a button that saves, not one that removes a row", () => {
  const inMain = drawn("section-group", "nb").split("<main")[1] ?? "";
  const [first] = named(tagsIn(inMain), "button");
  expect(first?.attributes).toMatchObject({ name: "next", value: "section" });
});

test("in a conflict the answers build on the other version once one is chosen", () => {
  expect(drawn("section-conflict", "nb")).toContain('name="revision" value="9"');
});

test("no draft is shown to staff", () => {
  expect(drawn("staff-application-draft", "nb")).not.toContain("Kystens");
  expect(drawn("staff-application-draft", "nb")).not.toContain('class="answers"');
});
