// Text in lines of a given width. Knows nothing of pages; how wide text is it is told.
import type { Weight } from "./font-files.ts";

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
}

/** Characters that are drawn together. Where there is no letter for what was written, `actual`, each is drawn as a frame. */
export interface Run {
  readonly text: string;
  readonly actual?: string;
}

export interface Measure {
  /** Whether there is a letter for every one of these characters. */
  readonly has: (text: string, weight: Weight) => boolean;
  readonly widthOf: (run: Run, style: Style) => number;
}

const graphemes = new Intl.Segmenter("nb", { granularity: "grapheme" });
const charactersIn = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const runOf = (character: string, weight: Weight, { has }: Measure): Run => {
  const bare = /^\s$/u.test(character) ? " " : character.replace(invisible, "");
  return has(bare, weight) ? { text: bare } : { text: "□", actual: character };
};

const together = (a: Run, b: Run): Run => ({
  ...a,
  text: a.text + b.text,
  ...(a.actual !== undefined && b.actual !== undefined && { actual: a.actual + b.actual }),
});

const joined = (runs: readonly Run[]): Run[] => {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && "actual" in last === "actual" in run) all[all.length - 1] = together(last, run);
    else if (run.text !== "") all.push(run);
  }
  return all;
};

const runsOf = (text: string, weight: Weight, measure: Measure): Run[] => {
  if (measure.has(text, weight)) return [{ text }];
  return joined(charactersIn(text).map((character) => runOf(character, weight, measure)));
};

const lineEnds = /\r\n|[\r\n\u0085\u2028\u2029]/;
/** After a space, and after a hyphen or a slash within a word. */
const mayBreak = /(?<=[ \t]|[\p{L}\p{N}][-–/])/u;

/** A part of a text that is not parted, unless it is wider than a line. */
interface Piece {
  readonly runs: readonly Run[];
  readonly width: number;
  /** The room it must have: the space after the last word of a line needs none. */
  readonly needs: number;
}

const lineUp = (paragraph: string, style: Style, width: number, measure: Measure): Run[][] => {
  const widthOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + measure.widthOf(run, style), 0);
  const space = widthOf([{ text: " " }]);
  const pieceOf = (text: string): Piece => {
    const runs = runsOf(text, style.weight, measure);
    const wide = widthOf(runs);
    // Measured as it is drawn, with its space, so that each word is set once.
    return { runs, width: wide, needs: text === text.trimEnd() ? wide : wide - space };
  };
  const pieces = paragraph.split(mayBreak).flatMap((word) => {
    const piece = pieceOf(word);
    return piece.needs > width ? charactersIn(word).map(pieceOf) : [piece];
  });
  const lines: Run[][] = [[]];
  let left = width;
  for (const piece of pieces) {
    if (piece.needs > left && left < width) {
      lines.push([]);
      left = width;
    }
    lines.at(-1)?.push(...piece.runs);
    left -= piece.width;
  }
  return lines.map(joined);
};

/** Every line of a text, none wider than the width. All that was written is in them, and in its order. */
export const linesOf = (text: string, style: Style, width: number, measure: Measure): Run[][] =>
  text
    .toWellFormed()
    .split(lineEnds)
    .flatMap((paragraph) => lineUp(paragraph, style, width, measure));
