import type { Child } from "hono/jsx";
import type { GroupField } from "#shared/form/fields.ts";
import { fieldWords } from "../words/fields.ts";
import { sheetWords } from "../words/sheet.ts";
import { idOf } from "./around.ts";
import { Framed, type Question } from "./frame.tsx";
import { asList, asRecord, asText, type Typed } from "./typed.ts";

interface GroupQuestion extends Question<GroupField> {
  /** Draws the questions of one row. */
  readonly drawRow: (row: Typed, path: string) => Child;
}

const Row = ({
  field,
  value,
  path,
  around,
  drawRow,
  number,
}: GroupQuestion & { readonly number: number }) => {
  const { language } = around;
  const name = `${field.item[language]} ${number}`;
  const row = asRecord(value);
  const id = idOf(path);
  return (
    <fieldset class="ds-fieldset item" id={id} tabindex={-1}>
      <legend class="ds-label">{name}</legend>
      <input type="hidden" name={`${around.prefix}${path}.id`} value={asText(row["id"])} />
      {drawRow(row, path)}
      {!around.locked && (
        <button
          type="submit"
          class="ds-button remove"
          data-variant="tertiary"
          data-size="sm"
          data-color="danger"
          name="remove"
          value={path}
          formnovalidate
          data-said={fieldWords[language].removed(name)}
        >
          {fieldWords[language].remove} {name.toLowerCase()}
        </button>
      )}
    </fieldset>
  );
};

const AddButton = ({ field, path, around, count }: Question<GroupField> & { readonly count: number }) => {
  const words = fieldWords[around.language];
  if (around.locked) return null;
  if (count >= field.max) return <p class="ds-paragraph">{words.full(field.max)}</p>;
  return (
    <button
      type="submit"
      class="ds-button add"
      data-variant="secondary"
      name="add"
      value={path}
      formnovalidate
      autofocus={around.focus === path}
      data-said={words.added(`${field.item[around.language]} ${count + 1}`)}
    >
      {field.add[around.language]}
    </button>
  );
};

/** Saves what is typed here and goes to where rows are taken in from a spreadsheet. */
const SheetButton = ({ field, path, around }: Question<GroupField>) =>
  field.fromSheet && !around.locked ? (
    <button
      type="submit"
      class="ds-button from-sheet"
      data-variant="secondary"
      data-size="sm"
      name="sheet"
      value={path}
      formnovalidate
    >
      {sheetWords[around.language].open}
    </button>
  ) : null;

/** Several of a kind. Adding and removing are ordinary posts of the form, so they work without script and nothing typed is lost. */
export const Group = (question: GroupQuestion) => {
  const { value, path, around } = question;
  const { language } = around;
  const rows = asList(value);
  return (
    <Framed question={question} kind="group">
      <SheetButton {...question} />
      {rows.length === 0 && <p class="ds-paragraph">{fieldWords[language].noneAdded}</p>}
      {rows.map((row, i) => (
        <Row {...question} value={row} path={`${path}.${i}`} number={i + 1} />
      ))}
      <AddButton {...question} count={rows.length} />
    </Framed>
  );
};
