// Lists and pairs, each with its place in the structure tree.
import {
  type Block,
  drawBlock,
  type Element,
  keepRoom,
  margins,
  type Paper,
  setBlock,
  textWidth,
} from "./paper.ts";
import { body, pale } from "./styles.ts";
import type { Style } from "./typeset.ts";

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
  label: setBlock(paper, `${label} `, pale, labelWidth - 8),
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
