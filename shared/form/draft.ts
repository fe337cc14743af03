// A draft is text as it was typed: bounded in size, free in content.
import * as z from "zod";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { StoredFile } from "#shared/domain/stored-file.ts";
import { eachKey } from "./each-key.ts";
import type { Field, Fields } from "./fields.ts";
import type { Section } from "./form.ts";
import { pointerTo } from "./pointers.ts";
import type { AnyRecord } from "./types.ts";

export const rowId = z.string().regex(/^[\w-]{1,40}$/);

/** What no keyboard types and no XML, so no spreadsheet, may hold (XML 1.0 § 2.2): controls but for tab and line end, noncharacters. */
const untypable = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu;

/** Text as it is kept: well-formed, composed (NFC) and with plain line ends, so that characters count alike however they were typed. */
export const tidy = (text: string): string =>
  text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").replace(untypable, "");

/** Length in Unicode code points of tidied text: what a person calls characters. */
export const charactersIn = (text: string): number => [...text].length;

/** `room` for more than the limit, so that nobody loses words by going over it. */
const typed = (room: number, max: number = room) =>
  z
    .string()
    .overwrite(tidy)
    .refine((text) => charactersIn(text) <= room, { params: { key: "tooLongToKeep", max } })
    .default("");

const references = z
  .array(rowId)
  .max(100)
  .overwrite((ids) => [...new Set(ids)]);

/** How to take keys the form does not have: `z.object` drops them, `z.strictObject` refuses them. */
type Frame = typeof z.object | typeof z.strictObject;

const draftField = (field: Field, frame: Frame): z.ZodType => {
  switch (field.kind) {
    case "text":
    case "longText":
      return typed(field.max * 2, field.max);
    case "checkboxes":
      return z
        .array(z.string().max(40))
        .max(Object.keys(field.options).length)
        .overwrite((keys) => [...new Set(keys)])
        .default([]);
    case "reference":
      return field.several ? references.default([]) : typed(40);
    case "files":
      // Files come from the server's own hand, never in a request.
      return (frame === z.strictObject ? z.array(z.never()) : z.array(StoredFile)).default([]);
    case "table":
      return frame(
        eachKey(field.rows, () => frame(eachKey(field.columns, () => typed(40))).prefault({})),
      ).prefault({});
    case "group":
      return z
        .array(frame({ id: rowId, ...draftFields(field.fields, frame) }))
        .max(field.max)
        .default([]);
    default:
      return typed(500);
  }
};

const draftFields = (fields: Fields, frame: Frame) =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, draftField(field, frame)]));

/** What is kept of one section: fills in what is missing, and drops what the form no longer has. */
export const sectionDraft = ({ fields }: Pick<Section, "fields">) =>
  z.object(draftFields(fields, z.object)).prefault({});

export const emptyAnswers = (fields: Fields): AnyRecord => sectionDraft({ fields }).parse({});

export const emptySection = ({ fields }: Section): AnyRecord => emptyAnswers(fields);

/** Something a request brought that a section cannot keep. `max` is what there is room for, or what will be asked for in the end. */
export interface Misfit {
  readonly pointer: string;
  readonly code: "unknown" | "too-long" | "too-many" | "wrong-type";
  readonly max?: number;
}

const misfitsOf = (issue: z.core.$ZodIssue): readonly Misfit[] => {
  const pointer = pointerTo(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: "unknown" }));
  if (issue.code === "custom") return [{ pointer, code: "too-long", max: Number(issue.params?.["max"]) }];
  if (issue.code === "too_big" && issue.origin === "array")
    return [{ pointer, code: "too-many", max: Number(issue.maximum) }];
  return [{ pointer, code: "wrong-type" }];
};

/** Reads a section as a request brought it. Content is never judged here, only whether it is of this form and not too much. */
export const readSectionDraft = (section: Section, given: unknown): Result<AnyRecord, readonly Misfit[]> => {
  const read = z
    .strictObject(draftFields(section.fields, z.strictObject))
    .safeParse(given ?? {}, { jitless: true });
  return read.success ? accept(read.data) : refuse(read.error.issues.flatMap(misfitsOf));
};
