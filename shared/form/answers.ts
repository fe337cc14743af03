// From answers back to a draft, ready to be read or changed.
import type { SentFile } from "#shared/domain/stored-file.ts";
import { emptyAnswers } from "./draft.ts";
import { eachKey } from "./each-key.ts";
import type { Field, Fields } from "./fields.ts";
import type { Form } from "./form.ts";
import type { AnyRecord } from "./types.ts";
import { showOrgNumber } from "./values.ts";

const typedAs = (field: Field, value: AnyRecord[string]): unknown => {
  switch (field.kind) {
    case "checkboxes":
    case "reference":
      return value;
    case "files":
      return value.map((file: SentFile) => ({ ...file, state: "clean" }));
    case "group":
      return value.map((row: AnyRecord) => ({ id: row["id"], ...typedIn(field.fields, row) }));
    case "table":
      return eachKey(field.rows, (row) =>
        eachKey(field.columns, (column) => String(value[row]?.[column] ?? "")),
      );
    case "orgNumber":
      return showOrgNumber(value);
    default:
      return String(value);
  }
};

const typedIn = (fields: Fields, answers: AnyRecord): AnyRecord => ({
  ...emptyAnswers(fields),
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      answers[key] === undefined ? [] : [[key, typedAs(field, answers[key])]],
    ),
  ),
});

/** What might have been typed to give these answers. Judges nothing, so that what was sent under an earlier form can always be shown. */
export const encode = (form: Form, answers: AnyRecord): AnyRecord =>
  Object.fromEntries(
    Object.entries(form.sections).map(([key, { fields }]) => [key, typedIn(fields, answers[key] ?? {})]),
  );
