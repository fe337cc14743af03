// Text in lines of a given width. Knows nothing of pages; how wide text is it is told.
import type { Weight } from "./font-files.ts";

export interface Style {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
}

/** Characters drawn with one face. Where they stand in for others, `actual` is what was written; without a face each is a frame. */
export interface Run {
  readonly face?: string;
  readonly text: string;
  readonly actual?: string;
}

export interface Measure {
  /** The first face of this weight that has every one of these characters. */
  readonly faceOf: (text: string, weight: Weight) => string | undefined;
  readonly widthOf: (run: Run, size: number) => number;
}

/** What people write that Inter has no letter for, and what says the same. */
const standIns: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "→": "->",
  "←": "<-",
  "⇒": "=>",
  "≤": "<=",
  "≥": ">=",
  "≈": "~",
  "●": "•",
  "▪": "•",
  "■": "•",
  "◦": "•",
  "‣": "•",
};

const graphemes = new Intl.Segmenter("nb", { granularity: "grapheme" });
const charactersIn = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

const invisible = /\p{Default_Ignorable_Code_Point}/gu;

const runOf = (character: string, weight: Weight, { faceOf }: Measure): Run => {
  const bare = /^\s$/u.test(character) ? " " : character.replace(invisible, "");
  const drawn = standIns[bare] ?? bare;
  const face = faceOf(drawn, weight);
  if (!face) return { text: "□", actual: character };
  return drawn === bare ? { face, text: drawn } : { face, text: drawn, actual: character };
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
    if (last && last.face === run.face && "actual" in last === "actual" in run)
      all[all.length - 1] = together(last, run);
    else if (run.text !== "") all.push(run);
  }
  return all;
};

const runsOf = (text: string, weight: Weight, measure: Measure): Run[] => {
  const face = measure.faceOf(text, weight);
  if (face) return [{ face, text }];
  return joined(charactersIn(text).map((character) => runOf(character, weight, measure)));
};

const lineEnds = /\r\n|[\r\n\u0085\u2028\u2029]/;
/** After a space, and after a hyphen or a slash within a word. */
const mayBreak = /(?<=[ \t]|[\p{L}\p{N}][-–/])/u;

const lineUp = (paragraph: string, style: Style, width: number, measure: Measure): Run[][] => {
  const { weight, size } = style;
  const widthOf = (text: string) =>
    runsOf(text, weight, measure).reduce((sum, run) => sum + measure.widthOf(run, size), 0);
  const pieces = paragraph
    .split(mayBreak)
    .flatMap((word) => (widthOf(word.trimEnd()) > width ? charactersIn(word) : [word]));
  const lines: Run[][] = [[]];
  let left = width;
  for (const piece of pieces) {
    if (widthOf(piece.trimEnd()) > left && left < width) {
      lines.push([]);
      left = width;
    }
    lines.at(-1)?.push(...runsOf(piece, weight, measure));
    left -= widthOf(piece);
  }
  return lines.map(joined);
};

/** Every line of a text, none wider than the width. All that was written is in them, and in its order. */
export const linesOf = (text: string, style: Style, width: number, measure: Measure): Run[][] =>
  text
    .toWellFormed()
    .split(lineEnds)
    .flatMap((paragraph) => lineUp(paragraph, style, width, measure));
