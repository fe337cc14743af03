import type { TableField } from "#shared/form/fields.ts";
import { totals } from "#shared/form/summary.ts";
import { showNumber } from "#shared/form/values.ts";
import { fieldWords } from "../words/fields.ts";
import { describedBy, idOf } from "./around.ts";
import { Framed, type Question, Wrong } from "./frame.tsx";
import { asRecord, asText } from "./typed.ts";

interface CellProps extends Question<TableField> {
  readonly row: string;
  readonly column: string;
}

const Cell = ({ field, value, path, around, row, column }: CellProps) => {
  const at = `${path}.${row}.${column}`;
  const id = idOf(at);
  const error = around.problems.get(at);
  const columnName = field.columns[column]?.[around.language] ?? column;
  const rowName = field.rows[row]?.[around.language] ?? row;
  return (
    <td data-label={columnName}>
      <div class="ds-field">
        <input
          class="ds-input"
          type="text"
          inputmode="numeric"
          id={id}
          name={around.prefix + at}
          value={asText(asRecord(asRecord(value)[row])[column])}
          readonly={around.locked}
          aria-label={`${rowName}, ${columnName}`}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy(id, { error })}
          data-row={row}
          data-column={column}
        />
        <Wrong id={id} text={error} />
      </div>
    </td>
  );
};

const Rows = ({ field, value, path, around }: Question<TableField>) => {
  const { language } = around;
  const sums = totals(field, asRecord(value));
  const show = (amount: number) => showNumber(amount, language);
  const { total } = fieldWords[language];
  return (
    <>
      <tbody>
        {Object.entries(field.rows).map(([row, name]) => (
          <tr>
            <th scope="row">{name[language]}</th>
            {Object.keys(field.columns).map((column) => (
              <Cell field={field} value={value} path={path} around={around} row={row} column={column} />
            ))}
            <td class="number" data-label={total} data-sum-row={row}>
              {show(sums.row(row))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{total}</th>
          {Object.entries(field.columns).map(([column, name]) => (
            <td class="number" data-label={name[language]} data-sum-column={column}>
              {show(sums.column(column))}
            </td>
          ))}
          <td class="number" data-label={total} data-sum-all>
            {show(sums.all())}
          </td>
        </tr>
      </tfoot>
    </>
  );
};

/** Amounts in rows and columns. The sums are the server's; the script adds up again while one types. */
export const Table = (question: Question<TableField>) => {
  const { field, path, around } = question;
  const { language } = around;
  return (
    <Framed question={question} kind="amounts" autofocus={around.focus === path}>
      <div class="sideways">
        <table class="ds-table" data-sums>
          <thead>
            <tr>
              <td />
              {Object.values(field.columns).map((name) => (
                <th scope="col">{name[language]}</th>
              ))}
              <th scope="col" class="number">
                {fieldWords[language].total}
              </th>
            </tr>
          </thead>
          <Rows {...question} />
        </table>
      </div>
    </Framed>
  );
};
