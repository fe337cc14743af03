import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesIn, FileFault, FileState, type StoredFile } from "#shared/domain/stored-file.ts";
import { same } from "#shared/domain/text.ts";
import { check } from "#shared/form/check.ts";
import { defineForm, files, section, text } from "#shared/form/define.ts";
import { readSectionDraft } from "#shared/form/draft.ts";
import { isFileSection, sentFilesIn } from "#shared/form/file-section.ts";
import { summary } from "#shared/form/summary.ts";
import { showBytes } from "#shared/form/values.ts";
import { aFile, anAwaitedFile } from "../support/files.ts";

const accept = [".pdf"];
const form = defineForm({
  id: "files",
  version: 1,
  title: same("Files"),
  sections: {
    attachments: section(
      same("Attachments"),
      {
        plan: files(same("Plan"), { accept, maxMegabytes: 10, max: 1 }),
        letters: files(same("Letters"), { accept, maxMegabytes: 10, min: 2, max: 4, optional: true }),
      },
      { maxMegabytes: 20 },
    ),
    mixed: section(same("Mixed"), {
      name: text(same("Name"), { max: 10, optional: true }),
      more: files(same("More"), { accept, maxMegabytes: 1, max: 1, optional: true }),
    }),
  },
});

const problems = (attachments: Record<string, readonly StoredFile[]>) => {
  const checked = check(form, { attachments });
  return checked.ok ? [] : checked.problems.map(({ pointer, message }) => `${pointer} ${message.nb}`);
};

describe("files count", () => {
  test.for<[string, Record<string, readonly StoredFile[]>, readonly string[]]>([
    ["when they are clean", { plan: [aFile()] }, []],
    ["not when there are none", {}, ["/attachments/plan Last opp minst én fil"]],
    [
      "not before they are uploaded",
      { plan: [anAwaitedFile()] },
      ["/attachments/plan/0 Filen er ikke lastet opp. Last den opp eller fjern den"],
    ],
    [
      "not while they are being checked",
      { plan: [anAwaitedFile({ name: "Plan.pdf", state: "checking" })] },
      ["/attachments/plan/0 Filen «Plan.pdf» kontrolleres fortsatt. Vent litt og prøv igjen"],
    ],
    [
      "not when they are refused",
      { plan: [aFile({ name: "Plan.pdf", state: "refused", why: "malware" })] },
      ["/attachments/plan/0 Filen «Plan.pdf» kan ikke brukes: det er funnet skadevare i filen. Fjern den"],
    ],
    [
      "not when they are fewer than asked for",
      { plan: [aFile()], letters: [aFile()] },
      ["/attachments/letters Det må være minst 2. Nå er det 1"],
    ],
    [
      "not when they are too much together",
      { plan: [aFile({ bytes: bytesIn(10) })], letters: [aFile({ bytes: bytesIn(10) }), aFile()] },
      ["/attachments Filene kan være på høyst 20 MB til sammen"],
    ],
  ])("%s", ([, attached, expected]) => {
    expect(problems(attached)).toEqual(expected);
  });

  test("only as clean ones, however they are mixed; and then they are sent with where they lie", () => {
    const anyFile = fc
      .tuple(fc.constantFrom(...FileState.options), fc.constantFrom(...FileFault.options))
      .map(([state, why]) => aFile({ state, ...(state === "refused" && { why }) }));
    fc.assert(
      fc.property(anyFile, fc.array(anyFile, { minLength: 2, maxLength: 4 }), (plan, letters) => {
        const checked = check(form, { attachments: { plan: [plan], letters } });
        const all = [plan, ...letters];
        expect(checked.ok).toBe(all.every(({ state }) => state === "clean"));
        if (!checked.ok) return;
        expect(checked.answers["attachments"]["plan"]).toEqual([
          {
            id: plan.id,
            name: plan.name,
            type: plan.type,
            bytes: plan.bytes,
            sha256: plan.sha256,
            key: plan.key,
            version: plan.version,
          },
        ]);
        expect(sentFilesIn(checked.answers).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      }),
    );
  });
});

test("a section is one of files when it asks for nothing else", () => {
  expect(isFileSection(form.sections.attachments)).toBe(true);
  expect(isFileSection(form.sections.mixed)).toBe(false);
  expect(isFileSection({ fields: {} })).toBe(false);
});

test("no request brings a file of its own making", () => {
  expect(readSectionDraft(form.sections.mixed, { name: "a", more: [aFile()] })).toMatchObject({
    ok: false,
    refusal: [{ pointer: "/more/0", code: "wrong-type" }],
  });
  expect(readSectionDraft(form.sections.mixed, { name: "a" }).ok).toBe(true);
});

test("a summary says what each file is called, its size and how it stands with it, and what can be opened", () => {
  const [clean, refused] = [aFile(), aFile({ state: "refused", why: "malware", bytes: bytesIn(1) })];
  const parts = summary(form, { attachments: { letters: [clean, refused, anAwaitedFile()] } }, "nb");
  const line = parts[0]?.lines.find(({ path }) => path === "attachments.letters");
  expect(line?.value).toEqual({
    as: "list",
    items: [
      "Strategi.pdf (1\u00a0kB)",
      "Strategi.pdf (1\u00a0MB). Kan ikke brukes: det er funnet skadevare i filen",
      "Venter på opplasting",
    ],
    files: [clean.id, undefined, undefined],
  });
});

test.for([
  [1, "1 kB"],
  [1025, "2 kB"],
  [1_000_000, "977 kB"],
  [bytesIn(2.35), "2,4 MB"],
  [bytesIn(10), "10 MB"],
] as const)("%i bytes are written %s", ([bytes, shown]) => {
  expect(showBytes(bytes, "nb").replace("\u00a0", " ")).toBe(shown);
});
