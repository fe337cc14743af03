// A draft is text as it was typed: bounded in size, free in content.
import * as z from "zod";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import type { Field, Fields, Form, Section } from "./fields.ts";
import type { AnyRecord } from "./types.ts";

export const rowId = z.string().regex(/^[\w-]{1,40}$/);
export const storedFile = z.object({
  id: rowId,
  name: z.string().max(200),
  type: z.string().max(100),
  bytes: z.int().min(0),
});

/** Text as it is kept: composed (NFC) and with plain line ends, so that characters count alike however they were typed. */
export const tidy = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n");

/** Length in Unicode code points of tidied text: what a person calls characters. */
export const charactersIn = (text: string): number => [...text].length;

/** More than the limit may be typed, so that nobody loses words by going over it. */
const typed = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .refine((text) => charactersIn(text) <= max, { params: { key: "tooLong", max } })
    .default("");

const shape = (keys: object, make: (key: string) => z.ZodType) =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, make(key)]));

const draftField = (field: Field): z.ZodType => {
  switch (field.kind) {
    case "text":
    case "longText":
      return typed(field.max * 2);
    case "checkboxes":
      return z.array(z.string().max(40)).max(Object.keys(field.options).length).default([]);
    case "files":
      return z.array(storedFile).max(field.max).default([]);
    case "table":
      return z
        .strictObject(
          shape(field.rows, () => z.strictObject(shape(field.columns, () => typed(40))).prefault({})),
        )
        .prefault({});
    case "group":
      return z
        .array(z.strictObject({ id: rowId, ...draftFields(field.fields) }))
        .max(field.max)
        .default([]);
    default:
      return typed(500);
  }
};

const draftFields = (fields: Fields) => {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, draftField(field)]));
};

/** What may be kept of one section. Fills in what is missing; refuses what the form does not have. */
export const sectionDraft = (section: Section) => z.strictObject(draftFields(section.fields)).prefault({});

/** A whole draft, complete with empty answers. */
export const draftSchema = (form: Form) =>
  z.object(
    Object.fromEntries(Object.entries(form.sections).map(([key, section]) => [key, sectionDraft(section)])),
  );

export const emptySection = (section: Section): AnyRecord => sectionDraft(section).parse({});

export interface Misfit {
  readonly pointer: string;
  readonly code: "unknown" | "too-long" | "too-many" | "wrong-type";
}

const codeOf = (issue: z.core.$ZodIssue): Misfit["code"] => {
  if (issue.code === "unrecognized_keys") return "unknown";
  if (issue.code === "custom") return "too-long";
  if (issue.code === "too_big") return issue.origin === "array" ? "too-many" : "too-long";
  return "wrong-type";
};

/** JSON pointer (RFC 6901) of a path. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Reads a section as a request brought it. Content is never judged here, only whether it is of this form and not too much. */
export const readSectionDraft = (section: Section, given: unknown): Result<AnyRecord, readonly Misfit[]> => {
  const read = sectionDraft(section).safeParse(given ?? {});
  if (read.success) return accept(read.data);
  return refuse(
    read.error.issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: codeOf(issue) }))
        : [{ pointer: pointerTo(issue.path), code: codeOf(issue) }],
    ),
  );
};
