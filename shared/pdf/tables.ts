import {
  type Block,
  decorate,
  drawLine,
  type Element,
  keepRoom,
  margins,
  type Paper,
  setBlock,
  space,
  textWidth,
} from "./paper.ts";
import { rule, small, smallStrong } from "./styles.ts";

interface TableShown {
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

interface Cell {
  readonly block: Block;
  readonly x: number;
  readonly width: number;
  readonly tag: "TH" | "TD";
  readonly scope?: "Row" | "Column";
}

const padding = 4;

/** The first column holds names and has the room that the numbers leave. */
const widthsOf = (columns: number, width: number): readonly number[] => {
  const each = columns > 1 ? Math.min(90, (width * 0.68) / (columns - 1)) : 0;
  return [width - each * (columns - 1), ...Array.from({ length: columns - 1 }, () => each)];
};

const drawCell = (paper: Paper, { block, x, width }: Cell, isNumber: boolean): void => {
  const { doc, measure } = paper;
  const top = doc.y;
  block.lines.forEach((line, i) => {
    const lineWidth = line.reduce((sum, run) => sum + measure.widthOf(run, block.style), 0);
    const at = isNumber ? x + width - padding - lineWidth : x + padding;
    drawLine(paper, line, at, top + padding + i * (block.height / block.lines.length), block.style);
  });
  doc.y = top;
};

const writeRow = (paper: Paper, table: Element, cells: readonly Cell[], indent: number): void => {
  const { doc } = paper;
  const height = Math.max(...cells.map(({ block }) => block.height)) + 2 * padding;
  keepRoom(paper, height);
  const row = doc.struct("TR");
  table.add(row);
  cells.forEach((cell, i) => {
    const options = cell.scope ? { scope: cell.scope } : {};
    row.add(doc.struct(cell.tag, options, () => drawCell(paper, cell, i > 0)));
  });
  row.end();
  const bottom = doc.y + height;
  decorate(paper, () =>
    doc
      .lineWidth(0.5)
      .moveTo(margins.left + indent, bottom)
      .lineTo(margins.left + textWidth, bottom)
      .stroke(rule),
  );
  doc.y = bottom;
};

export const writeTable = (
  paper: Paper,
  parent: Element,
  { head, rows }: TableShown,
  indent: number,
): void => {
  const widths = widthsOf(head.length, textWidth - indent);
  const table = paper.doc.struct("Table");
  parent.add(table);
  const cellsOf = (texts: readonly string[], isHead: boolean): readonly Cell[] =>
    texts.map((text, i) => {
      const width = widths[i] ?? 0;
      const x = margins.left + indent + widths.slice(0, i).reduce((sum, one) => sum + one, 0);
      const block = setBlock(paper, text, isHead ? smallStrong : small, width - 2 * padding);
      if (isHead && text !== "") return { block, x, width, tag: "TH", scope: "Column" };
      return i === 0 && !isHead
        ? { block, x, width, tag: "TH", scope: "Row" }
        : { block, x, width, tag: "TD" };
    });
  writeRow(paper, table, cellsOf(head, true), indent);
  for (const { label, cells } of rows) writeRow(paper, table, cellsOf([label, ...cells], false), indent);
  table.end();
  space(paper, 4);
};
