import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { SentFile } from "#shared/domain/stored-file.ts";
import { changedParts } from "#shared/form/changed-parts.ts";
import { parted } from "#shared/form/changed-words.ts";
import { check } from "#shared/form/check.ts";
import { type ChangedAnswer, type ChangedSection, differences } from "#shared/form/differences.ts";
import { formFor } from "#shared/form/levels.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";
import { anyAnswers, everyKind } from "./every-kind.ts";

/** As a reader tells answers apart: files by name and digest, and nothing is nothing. */
const plain = (answers: AnyRecord): AnyRecord =>
  JSON.parse(
    JSON.stringify({
      ...answers,
      files: (answers["files"] ?? []).map(({ name, sha256 }: SentFile) => ({ name, sha256 })),
      group: answers["group"] ?? [],
    }),
  );

/** Two answers to the same form whose rows are partly the same, changed, gone, new and in another order. */
const twoAnswers = fc
  .tuple(anyAnswers, anyAnswers, fc.array(fc.nat(5), { maxLength: 3 }))
  .map(([before, other, picks]): readonly [AnyRecord, AnyRecord] => {
    const rows: readonly AnyRecord[] = before.group ?? [];
    const news: readonly AnyRecord[] = other.group ?? [];
    const mixed = picks.flatMap((pick, i) => {
      const [old, fresh] = [rows[pick % 3], news[i]];
      if (pick > 2 && old && fresh) return [{ ...fresh, id: old["id"] }];
      return [old ?? fresh].flatMap((row) => row ?? []);
    });
    const group = mixed.filter((row, i) => mixed.findIndex(({ id }) => id === row["id"]) === i);
    return [before, { ...other, group }];
  });

const between = (before: AnyRecord, after: AnyRecord) =>
  differences(everyKind, { all: before }, { all: after });

const applied = (record: AnyRecord, changes: readonly ChangedAnswer[]): AnyRecord => ({
  ...record,
  ...Object.fromEntries(changes.map(({ key, after }) => [key, after])),
});

/** The answers before, with the differences made to them. */
const apply = (before: AnyRecord, [section]: readonly ChangedSection[]): AnyRecord => {
  if (!section) return before;
  const groups = section.groups.map(({ key, order, rows }) => {
    const was: readonly AnyRecord[] = before[key] ?? [];
    const rowOf = (id: string) => {
      const old = was.find((row) => row["id"] === id) ?? {};
      const changed = rows.find((row) => row.id === id);
      if (!changed) return old;
      return changed.before ? applied(old, changed.answers) : changed.after;
    };
    return [key, order.after.map(rowOf)] as const;
  });
  return { ...applied(before, section.answers), ...Object.fromEntries(groups) };
};

describe("differences", () => {
  test("between an answer and itself there are none", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(between(answers, structuredClone(answers))).toEqual([]);
      }),
    );
  });

  test("made to what was before give what is after", () => {
    fc.assert(
      fc.property(twoAnswers, ([before, after]) => {
        expect(plain(apply(before, between(before, after)))).toEqual(plain(after));
      }),
    );
  });

  test("the other way round are the same ones mirrored", () => {
    const mirrored = ({ key, before, after }: ChangedAnswer) => ({ key, before: after, after: before });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    fc.assert(
      fc.property(twoAnswers, ([before, after]) => {
        const [there] = between(before, after);
        const [back] = between(after, before);
        expect(back?.answers).toEqual(there?.answers.map(mirrored));
        expect(back?.groups.map(({ rows }) => rows.toSorted(byId))).toEqual(
          there?.groups.map(({ rows }) =>
            rows
              .map(({ id, before: was, after: is, answers }) => ({
                ...{ id, before: is, after: was, answers: answers.map(mirrored) },
              }))
              .toSorted(byId),
          ),
        );
      }),
    );
  });

  test("of files are by name and content: the same file attached again is the same", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const again = {
          ...answers,
          files: (answers.files ?? []).map((file) => ({ ...file, key: "other", version: "2" })),
        };
        expect(between(answers, again)).toEqual([]);
      }),
    );
  });
});

test("two texts part and meet at whole words, and nothing of either is lost", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n"), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, ...middle } = parted(before, after);
      expect([start + middle.before + end, start + middle.after + end]).toEqual([before, after]);
    }),
  );
  expect(parted("vi har 12 medlemmer nå", "vi har 15 medlemmer nå")).toEqual({
    ...{ start: "vi har ", before: "12", after: "15", end: " medlemmer nå" },
  });
});

describe("shown in the form's own words", () => {
  const level = "explore";
  const checked = check(formFor(nic2024.application, level), completeDraft(level));
  if (!checked.ok) throw new Error(`The sample cannot be sent: ${checked.problems[0]?.pointer}`);
  const sent: AnyRecord = checked.answers;
  const shown = (after: AnyRecord) =>
    changedParts(nic2024.application, { level, answers: sent }, { level, answers: after }, "nb");
  const inMembers = (change: (rows: readonly AnyRecord[]) => readonly AnyRecord[]) => ({
    ...sent,
    members: { ...sent["members"], list: change(sent["members"]["list"]) },
  });

  test("an answer has both, with its question", () => {
    const after = { ...sent, cluster: { ...sent["cluster"], name: "Nye klyngen" } };
    expect(shown(after)).toMatchObject([
      { key: "cluster", lines: [{ after: { value: { as: "text", text: "Nye klyngen" } } }], groups: [] },
    ]);
  });

  test("rows are added, removed and changed, each by its number", () => {
    const [part] = shown(
      inMembers(([first, , ...rest]) => [
        { ...first, name: "Nytt navn AS" },
        ...rest,
        { ...first, id: "new", name: "Ny AS" },
      ]),
    );
    const items = part?.groups[0]?.items ?? [];
    expect(items.map(({ became }) => became).toSorted()).toEqual(["added", "changed", "removed"]);
    expect(items.find(({ became }) => became === "changed")).toMatchObject({
      lines: [{ after: { value: { text: "Nytt navn AS" } } }],
    });
    expect(JSON.stringify(items.find(({ became }) => became === "added"))).toContain("Ny AS");
  });

  test("the same rows in another order are told to be so", () => {
    const [part] = shown(inMembers((rows) => rows.toReversed()));
    expect(part?.groups).toMatchObject([{ items: [], reordered: true }]);
  });

  test("a file is shown with its digest", () => {
    const files = [
      {
        id: "f",
        name: "avtale.pdf",
        type: "application/pdf",
        bytes: 2000,
        sha256: "a".repeat(64),
        key: "k",
        version: "v",
      },
    ];
    const field = Object.keys(nic2024.application.sections["attachments"]?.fields ?? {})[0] ?? "";
    const after = {
      ...sent,
      attachments: { ...sent["attachments"], [field]: files },
    };
    expect(JSON.stringify(shown(after))).toContain(`avtale.pdf (2\u00a0kB), SHA-256 ${"a".repeat(64)}`);
  });
});
