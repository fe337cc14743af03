import { expect, test } from "vitest";
import { calls } from "#shared/calls/index.ts";
import { Role } from "#shared/domain/person.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { FileFault, FileState, type StoredFile } from "#shared/domain/stored-file.ts";
import { type Language, type Text, t } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { problemKeys, say } from "#shared/form/error-words.ts";
import type { Field, Fields } from "#shared/form/fields.ts";
import { fileStateText } from "#shared/form/file-words.ts";
import type { Form } from "#shared/form/form.ts";
import { evidenceOf } from "#shared/http/evidence.ts";
import { plain, wordsFor } from "#shared/http/refusal-words.ts";

const deadline = instant("2024-06-21T16:00:00.000+02:00");
const given: readonly Refusal[] = [
  { reason: "not-open-yet", opensAt: deadline },
  { reason: "deadline-passed", deadline, at: deadline.add({ milliseconds: 1 }) },
  { reason: "deadline-passed", deadline, at: deadline.add({ hours: 3 }) },
  { reason: "not-later", deadline },
  { reason: "case-taken", by: "Sak Saksesen" },
  ...Role.options.map((takes) => ({ reason: "not-your-role", takes }) as const),
  { reason: "too-large", limit: 350_000 },
  ...["changedSince", "after", "limit", "offset"].map(
    (parameter) => ({ reason: "bad-parameter", parameter }) as const,
  ),
  { reason: "too-much-at-once", most: 25_000 },
];

const row = (name: string, { nb, nn, en }: Text): string =>
  `| ${[name, nb, nn, en].map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
const table = (title: string, rows: readonly string[]): string =>
  [`## ${title}`, "", "| | bokmål | nynorsk | English |", "|---|---|---|---|", ...rows, ""].join("\n");

const refusals = [
  ...Object.entries(plain).map(([reason, words]) => ({ reason, words })),
  ...given.map((refusal) => ({ reason: refusal.reason, words: wordsFor(refusal) })),
].flatMap(({ reason, words }) => [
  row(`\`${reason}\` ${words.status}`, words.title),
  row("", words.explanation),
]);

const evidence = [...given.slice(1, 3), "failed" as const].map((refusal) => {
  const at = refusal !== "failed" && refusal.reason === "deadline-passed" ? refusal.at : deadline;
  const said = (language: Language) =>
    evidenceOf({ at, requestId: "JKJaXmPLvHcESHA=", language }, refusal)?.message ?? "";
  return row("", t(said("nb"), said("nn"), said("en")));
});

const fieldsIn = (fields: Fields, path: string): readonly (readonly [string, Field])[] =>
  Object.entries(fields).flatMap(([key, field]) => [
    [`${path}.${key}`, field] as const,
    ...(field.kind === "group" ? fieldsIn(field.fields, `${path}.${key}`) : []),
  ]);
const everyField = (form: Form) =>
  Object.entries(form.sections).flatMap(([key, { fields }]) => fieldsIn(fields, key));
/** What applicants are asked, and times of day, which only staff are. */
const allKinds = [
  "time" as const,
  ...calls.flatMap(({ application }) => everyField(application).map(([, { kind }]) => kind)),
];

const params = {
  min: 2,
  max: 12_000,
  count: 12_034,
  from: "2024-06-22",
  to: "2025-12-31",
  name: "Strategi.pdf",
  why: "malware",
} as const;
const problems = problemKeys.map((spelt) => {
  const [key = "", kind] = spelt.split(".");
  return row(
    `\`${spelt}\``,
    say(
      key,
      params,
      allKinds.find((one) => one === kind),
    ),
  );
});

const stateOf = (file: Pick<StoredFile, "state" | "why">): Text =>
  t(fileStateText(file, "nb"), fileStateText(file, "nn"), fileStateText(file, "en"));
const files = [
  ...FileState.exclude(["refused"]).options.map((state) => row(`\`${state}\``, stateOf({ state }))),
  ...FileFault.options.map((why) => row(`\`${why}\``, stateOf({ state: "refused", why }))),
];

const ofForm = (form: Form): readonly string[] => [
  ...everyField(form).flatMap(([path, { missing }]) => (missing ? [row(`\`${path}\``, missing)] : [])),
  ...(form.rules ?? []).map(({ at, message, warns }) =>
    row(`\`${at}\`${warns ? " (warning)" : ""}`, message),
  ),
];

const page = [
  "# Every message about something wrong",
  "",
  "Made by `test/http/messages.test.ts` (`vitest run test/http/messages.test.ts -u` writes it anew), to be read by people: once in each language.",
  "",
  table("Refusals: what it is, and what to do", refusals),
  table("What can be quoted of an attempt to send", evidence),
  table("Problems by kind of question", problems),
  table("How it stands with a file", files),
  ...calls.flatMap(({ call, application, webinar }) => [
    table(`${call.id}: questions not answered, and rules`, ofForm(application)),
    table(`${call.id}: sign-up to the webinar`, ofForm(webinar)),
  ]),
].join("\n");

test("every message has been written down to be read, in three languages", async () => {
  expect(page).not.toContain("undefined");
  await expect(page).toMatchFileSnapshot("../../docs/messages.md");
});

test("no message ends in the middle of a sentence, shouts or has a double space", () => {
  const lines = page.split("\n").filter((line) => line.startsWith("| "));
  expect(lines.filter((line) => /[^ |] {2}|!|\bnull\b|\[object/.test(line))).toEqual([]);
});
