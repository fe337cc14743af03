import type { Line, Part, Shown } from "#shared/form/summary.ts";
import { writeList, writePair } from "./blocks.ts";
import { type Element, keepRoom, type Paper, setBlock, space, textWidth, write } from "./paper.ts";
import { body, ink, pale, strong } from "./styles.ts";
import { writeTable } from "./tables.ts";
import type { Style } from "./typeset.ts";

const partTitle: Style = { weight: "bold", size: 14, colour: ink };

/** Where the pieces of a part go, and what is said of a question nobody has answered. */
interface Place {
  readonly paper: Paper;
  readonly parent: Element;
  readonly unanswered: string;
}

type Many = Extract<Shown, { as: "items" }>;

/** Each of several, with its own questions: names beside short values, so that forty members are no forty pages. */
const writeMany = ({ items }: Many, place: Place): void => {
  const { paper, parent, unanswered } = place;
  for (const { title, lines } of items) {
    keepRoom(paper, Math.min(30 + lines.length * 15, 160));
    write(paper, parent, "H4", title, strong, 10);
    for (const { label, value } of lines) {
      if (!value) writePair(paper, parent, [label, unanswered], { style: pale, indent: 10 });
      else if (value.as === "text") writePair(paper, parent, [label, value.text], { indent: 10 });
      else {
        write(paper, parent, "P", label, pale, 10);
        writeValue(value, place, 10);
      }
    }
    space(paper, 6);
  }
};

const writeValue = (value: Shown | undefined, place: Place, indent = 0): void => {
  const { paper, parent, unanswered } = place;
  if (!value) write(paper, parent, "P", unanswered, pale, indent);
  else if (value.as === "text") write(paper, parent, "P", value.text, body, indent);
  else if (value.as === "list") writeList(paper, parent, value.items, indent);
  else if (value.as === "table") writeTable(paper, parent, value, indent);
  else writeMany(value, place);
};

/** Points of text that go to the next page rather than onto two: what is copied from there has no page's margin in it. */
const keptWhole = 240;

/** A heading is not left alone on its page, nor a table or a short text cut where it could be whole. */
const roomFor = (paper: Paper, value: Shown | undefined): number => {
  if (value?.as === "table") return Math.min(60 + value.rows.length * 22, 400);
  const height = value?.as === "text" ? setBlock(paper, value.text, body, textWidth).height : 0;
  return Math.max(44, height > keptWhole ? 0 : 22 + height);
};

const writeAnswer = ({ label, value }: Line, place: Place): void => {
  const { paper, parent } = place;
  keepRoom(paper, roomFor(paper, value));
  write(paper, parent, "H3", label, strong);
  writeValue(value, place);
  space(paper, 7);
};

/** A part of the form with all that is asked in it, and its place among the bookmarks. */
export const writePart = (paper: Paper, { title, lines }: Part, unanswered: string): void => {
  space(paper, 16);
  keepRoom(paper, 90);
  paper.doc.outline.addItem(title);
  const parent = paper.doc.struct("Sect", { title });
  paper.root.add(parent);
  write(paper, parent, "H2", title, partTitle);
  space(paper, 6);
  for (const line of lines) writeAnswer(line, { paper, parent, unanswered });
  parent.end();
};
