// The largest application there can be: every text at its limit, every list full.
import { nic2024 } from "../shared/calls/nic-2024/index.ts";
import { canonicalJson } from "../shared/domain/digest.ts";
import type { Field, Fields } from "../shared/form/fields.ts";
import { formFor } from "../shared/form/levels.ts";
import type { Client } from "../test/e2e/road.ts";
import { measure } from "./measure.ts";

const level = "impact";

const largest = (field: Field): unknown => {
  switch (field.kind) {
    case "text":
    case "longText":
      return "æ".repeat(field.max);
    case "radio":
    case "select":
      return Object.keys(field.options).at(-1);
    case "checkboxes":
      return Object.keys(field.options).slice(0, field.max);
    case "reference":
      return field.several ? Array.from({ length: 20 }, (_, i) => `row-${i}`) : "row-0";
    case "group":
      return Array.from({ length: field.max }, (_, i) => ({ id: `row-${i}`, ...largestOf(field.fields) }));
    case "table":
      return eachKey(field.rows, () => eachKey(field.columns, () => "100 000 000"));
    case "date":
      return "31.12.2026";
    case "email":
      return `${"a".repeat(240)}@oppdiktet.no`;
    default:
      return "123456789";
  }
};
const eachKey = (keys: object, make: () => unknown) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, make()]));
const largestOf = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => (field.kind === "files" ? [] : [[key, largest(field)]])),
  );

const kilobytes = (text: string): string => (Buffer.byteLength(text) / 1000).toFixed(0).padStart(6);

/** How the pages bear it: time to show and to save each of the long parts, and what they weigh. */
export const measureLargest = async (site: string, one: Client): Promise<void> => {
  const started = await one.page("/nb/calls/nic-2024/applications", { level });
  const at = new URL(started.headers.get("location") ?? "", site).pathname;
  const sections = Object.entries(formFor(nic2024.application, level).sections).filter(
    ([key]) => key !== "attachments",
  );
  console.log("\npart of the largest application   answers kB   page kB   status");
  for (const [key, { fields }] of sections) {
    const answers = largestOf(fields);
    const told = await one.ask("PUT", `${at}/sections/${key}`, { revision: 0, answers });
    const page = await one.page(`${at}/sections/${key}`);
    console.log(
      `${key.padEnd(33)} ${kilobytes(canonicalJson(answers))} ${kilobytes(page.text).padStart(13)}   ${told.status}`,
    );
  }
  const review = await one.page(`${at}/review`);
  console.log(
    `${"review".padEnd(33)} ${" ".repeat(6)} ${kilobytes(review.text).padStart(13)}   ${review.status}\n`,
  );
  for (const key of ["members", "activities", "goals"]) {
    const fields = sections.find(([name]) => name === key)?.[1].fields ?? {};
    let revision = 1;
    await measure(`show ${key}`, 1, async () => (await one.page(`${at}/sections/${key}`)).status);
    await measure(`save ${key}`, 1, async () => {
      const answers = largestOf(fields);
      const told = await one.ask("PUT", `${at}/sections/${key}`, { revision, answers });
      if (told.status === 200) revision += 1;
      return told.status;
    });
  }
  await measure("show review", 1, async () => (await one.page(`${at}/review`)).status);
};
