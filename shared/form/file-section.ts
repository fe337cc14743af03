// A section of files: every question asks for files, and its answers are changed by what is done with each of them.
import { totalBytes } from "#shared/domain/attached-files.ts";
import { bytesIn, SentFile } from "#shared/domain/stored-file.ts";
import type { FileField } from "./fields.ts";
import type { Form, Section } from "./form.ts";
import { type Wrong, wrong } from "./readers.ts";

/** The files fields of a section, by name. */
export const fileFieldsOf = ({ fields }: Pick<Section, "fields">): Readonly<Record<string, FileField>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => (field.kind === "files" ? [[key, field] as const] : [])),
  );

export const isFileSection = (section: Pick<Section, "fields">): boolean => {
  const asked = Object.keys(section.fields).length;
  return asked > 0 && Object.keys(fileFieldsOf(section)).length === asked;
};

export const fileSectionsOf = (form: Form): readonly (readonly [string, Section])[] =>
  Object.entries(form.sections).filter(([, section]) => isFileSection(section));

const usualMaxMegabytes = 60;

/** Megabytes that a section's files may be together. */
export const maxInAll = ({ maxMegabytes = usualMaxMegabytes }: Section): number => maxMegabytes;

/** What is wrong when the files of a section are too much together. */
export const tooMuchIn = (
  section: Section,
  files: Readonly<Record<string, readonly SentFile[]>>,
): Wrong | undefined => {
  const max = maxInAll(section);
  return totalBytes(files) > bytesIn(max) ? wrong("tooLargeInAll", { max }) : undefined;
};

/** Every file in a submission's answers, whatever the form was called then. */
export const sentFilesIn = (answers: Readonly<Record<string, unknown>>): readonly SentFile[] =>
  Object.values(answers)
    .flatMap((section) => (typeof section === "object" && section !== null ? Object.values(section) : []))
    .flatMap((list: unknown) => (Array.isArray(list) ? list : []))
    .flatMap((one: unknown) => SentFile.safeParse(one).data ?? []);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withoutPlace = (one: unknown): unknown => {
  const file = SentFile.safeParse(one);
  if (!file.success) return one;
  const { key, version, ...told } = file.data;
  return told;
};

const mapEntries = (
  all: Readonly<Record<string, unknown>>,
  map: (value: unknown) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(all).map(([key, value]) => [key, map(value)]));

/** A submission's answers, where no file says where it lies. */
export const withoutPlaces = (answers: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  mapEntries(answers, (section) =>
    isRecord(section)
      ? mapEntries(section, (list) => (Array.isArray(list) ? list.map(withoutPlace) : list))
      : section,
  );
