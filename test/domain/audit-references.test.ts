import { expect, test } from "vitest";
import { auditReferences, type Leading } from "#shared/domain/audit-references.ts";

const a = { application: "a", reference: "A" };
const b = { application: "b", reference: "B" };

const audit = (
  applications: readonly Leading[],
  references: readonly Leading[],
  { earlier = [], deleted = [] }: { earlier?: readonly Leading[]; deleted?: readonly string[] } = {},
) =>
  auditReferences({
    ...{ applications, references, earlier, deleted: new Set(deleted) },
    known: new Set(applications.map(({ application }) => application)),
  }).map(({ code, application }) => [code, application]);

test("references that lead to the applications that have them are well", () => {
  expect(audit([a, b], [a, b], { earlier: [a] })).toEqual([]);
});

test("an application that is gone is missing, unless the call's events say that it was deleted", () => {
  expect(audit([a], [a, b])).toEqual([["application-missing", "b"]]);
  expect(audit([a], [a], { earlier: [b] })).toEqual([["application-missing", "b"]]);
  expect(audit([a], [a, b], { earlier: [b] })).toEqual([["application-missing", "b"]]);
  expect(audit([a], [a, b], { earlier: [b], deleted: ["B"] })).toEqual([]);
});

test("a reference that is not kept, or leads elsewhere, is found", () => {
  expect(audit([a, b], [a])).toEqual([["reference-missing", "b"]]);
  expect(audit([a, b], [a, { ...b, application: "a" }])).toEqual([
    ["reference-leads-elsewhere", "b"],
    ["reference-leads-elsewhere", "a"],
  ]);
  expect(audit([a, { ...b, reference: "C" }], [a, b])).toEqual([
    ["reference-missing", "b"],
    ["reference-leads-elsewhere", "b"],
  ]);
});

test("two applications with one reference are both named", () => {
  expect(audit([a, { ...b, reference: "A" }], [a])).toEqual([
    ["reference-twice", "a"],
    ["reference-twice", "b"],
  ]);
});
