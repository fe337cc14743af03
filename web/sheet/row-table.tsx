import type { Language } from "#shared/domain/text.ts";
import type { GroupField, Options } from "#shared/form/fields.ts";
import { sheetColumns } from "#shared/form/sheet-columns.ts";
import type { SheetRow, SheetRows } from "#shared/form/sheet-rows.ts";
import { asList, asRecord, asText } from "../fields/typed.ts";
import { Sideways } from "../sideways.tsx";
import { sheetWords } from "../words/sheet.ts";

interface Shown {
  readonly group: GroupField;
  readonly language: Language;
}

const named = (options: Options, key: unknown, language: Language): string =>
  options[asText(key)]?.[language] ?? asText(key);

/** What is read of a cell, as the form will show it. */
const shownAt = (row: SheetRow, key: string, { group, language }: Shown): string => {
  const [name = "", ...within] = key.split(".");
  const field = group.fields[name];
  const value = within.reduce<unknown>((at, part) => asRecord(at)[part], row.answers[name]);
  if (field?.kind === "checkboxes")
    return asList(value)
      .map((one) => named(field.options, one, language))
      .join("; ");
  return field && "options" in field ? named(field.options, value, language) : asText(value);
};

const Wrong = ({ row, language }: { readonly row: SheetRow; readonly language: Language }) => {
  const words = sheetWords[language];
  return (
    <td data-label={words.wrong}>
      {row.problems.length === 0 ? (
        words.noneWrong
      ) : (
        <ul>
          {row.problems.map(({ label, message }) => (
            <li>
              {label[language]}: {message[language]}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
};

/** Every row that was read, by the number it has in the spreadsheet, with all that is wrong with it. */
export const RowTable = ({ read, group, language }: Shown & { readonly read: SheetRows }) => {
  const words = sheetWords[language];
  const columns = sheetColumns(group, language).filter(({ key }) => read.columns.keys.includes(key));
  return (
    <div class="sheet-rows" id="rows" tabindex={-1}>
      <Sideways label={words.caption}>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {columns.map(({ heading }) => (
              <th scope="col">{heading}</th>
            ))}
            <th scope="col">{words.wrong}</th>
          </tr>
        </thead>
        <tbody>
          {read.rows.map((row) => (
            <tr id={`rows-${row.number}`} tabindex={-1} class={row.problems.length > 0 ? "wrong" : undefined}>
              <th scope="row" data-label={words.row}>
                {row.number}
              </th>
              {columns.map(({ key, heading }) => (
                <td data-label={heading}>
                  {shownAt(row, key, { group, language }) || <span class="unanswered">{words.nothing}</span>}
                </td>
              ))}
              <Wrong row={row} language={language} />
            </tr>
          ))}
        </tbody>
      </Sideways>
    </div>
  );
};
