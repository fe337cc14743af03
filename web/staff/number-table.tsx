import { showNumber } from "#shared/form/values.ts";
import { Sideways } from "../sideways.tsx";
import type { View } from "../view.ts";

/** A number, and where those it counts are listed. */
export interface Cell {
  readonly count: number;
  readonly to?: string;
}

interface NumberTableProps {
  readonly view: View;
  readonly label: string;
  /** What the rows are, then what the numbers are of. */
  readonly heads: readonly [rows: string, ...columns: string[]];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
  /** The last row is the sum of the others. */
  readonly summed?: boolean;
}

/** Numbers in rows and columns, each leading to what it counts. */
export const NumberTable = ({ view, label, heads, rows, summed = false }: NumberTableProps) => {
  const row = ({ name, cells }: NumberTableProps["rows"][number]) => (
    <tr>
      <th scope="row">{name}</th>
      {cells.map(({ count, to }) => {
        const text = showNumber(count, view.language);
        return (
          <td class="number">
            {to && count > 0 ? (
              <a class="ds-link" href={to}>
                {text}
              </a>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
  const body = summed ? rows.slice(0, -1) : rows;
  return (
    <Sideways label={label} numbers>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th scope="col" class={at > 0 ? "number" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{body.map(row)}</tbody>
      {summed && <tfoot>{rows.slice(-1).map(row)}</tfoot>}
    </Sideways>
  );
};
