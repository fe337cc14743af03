// Lists and tables, each with its place in the structure tree.
import {
  type Block,
  decorate,
  drawBlock,
  drawLine,
  type Element,
  keepRoom,
  margins,
  type Paper,
  setBlock,
  space,
  textWidth,
} from "./paper.ts";
import type { Style } from "./typeset.ts";

export const ink = "#1e2b3c";
export const faint = "#5a6473";
const rule = "#b7bec8";

export const body: Style = { weight: "regular", size: 10, colour: ink };
export const strong: Style = { weight: "bold", size: 10, colour: ink };
export const pale: Style = { weight: "regular", size: 10, colour: faint };
const small: Style = { weight: "regular", size: 9, colour: ink };
const smallStrong: Style = { weight: "bold", size: 9, colour: ink };

const bulletWidth = 14;
const labelWidth = 150;

/** Two blocks side by side, and what comes next under the taller. Each is drawn as `within` says, which may be an element of its own. */
const drawBeside = (
  paper: Paper,
  [first, second]: readonly [Block, Block],
  { x, gap }: { readonly x: number; readonly gap: number },
  within: (tag: "Lbl" | "LBody", draw: () => void) => void,
): void => {
  const { doc } = paper;
  const { y } = doc;
  within("Lbl", () => drawBlock(paper, first, x));
  const under = doc.y;
  doc.y = y;
  within("LBody", () => drawBlock(paper, second, x + gap));
  if (second.height < first.height) doc.y = under;
};

interface Item {
  readonly label: Block;
  readonly value: Block;
}

const writeItems = (
  paper: Paper,
  parent: Element,
  items: readonly Item[],
  at: { readonly x: number; readonly gap: number },
): void => {
  const { doc } = paper;
  const list = doc.struct("L");
  parent.add(list);
  for (const { label, value } of items) {
    keepRoom(paper, label.height);
    const item = doc.struct("LI");
    list.add(item);
    drawBeside(paper, [label, value], at, (tag, draw) => item.add(doc.struct(tag, {}, draw)));
    item.end();
  }
  list.end();
};

export const writeList = (paper: Paper, parent: Element, texts: readonly string[], indent: number): void =>
  writeItems(
    paper,
    parent,
    texts.map((text) => ({
      label: setBlock(paper, "•", body, bulletWidth),
      value: setBlock(paper, text, body, textWidth - indent - bulletWidth),
    })),
    { x: margins.left + indent, gap: bulletWidth },
  );

const pairOf = (paper: Paper, [label, text]: readonly [string, string], style: Style, indent: number) => ({
  label: setBlock(paper, label, pale, labelWidth - 8),
  value: setBlock(paper, text, style, textWidth - indent - labelWidth),
});

/** A name and a value on one line, as a paragraph of its own. */
export const writePair = (
  paper: Paper,
  parent: Element,
  pair: readonly [string, string],
  { style = body, indent = 0 }: { readonly style?: Style; readonly indent?: number },
): void => {
  const { label, value } = pairOf(paper, pair, style, indent);
  keepRoom(paper, label.height);
  const at = { x: margins.left + indent, gap: labelWidth };
  parent.add(paper.doc.struct("P", {}, () => drawBeside(paper, [label, value], at, (_, draw) => draw())));
};

export const writeFacts = (
  paper: Paper,
  parent: Element,
  facts: readonly (readonly [string, string])[],
): void =>
  writeItems(
    paper,
    parent,
    facts.map((fact) => pairOf(paper, fact, body, 0)),
    { x: margins.left, gap: labelWidth },
  );

export interface TableShown {
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
    const lineWidth = line.reduce((sum, run) => sum + measure.widthOf(run, block.style.size), 0);
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
