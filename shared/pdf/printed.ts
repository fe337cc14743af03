import type { Language } from "#shared/domain/text.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Part } from "#shared/form/summary.ts";
import { writeFacts } from "./blocks.ts";
import {
  decorate,
  drawBlock,
  drawLine,
  finish,
  margins,
  openPaper,
  type Paper,
  setBlock,
  space,
  textWidth,
  write,
} from "./paper.ts";
import { writePart } from "./parts.ts";
import { ink, pale, strong } from "./styles.ts";
import { linesOf, type Style } from "./typeset.ts";

/** A document to keep: what it is, what it holds and when it was made. All its words are given. */
export interface Printed {
  readonly language: Language;
  /** What a reader's window and a screen reader call it. Plain words, nothing that somebody typed. */
  readonly name: string;
  readonly over: string;
  readonly title: string;
  /** What must not be overlooked, in a frame on the first page. */
  readonly notice: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly parts: readonly Part[];
  /** On top of each page: left and right. */
  readonly header: readonly [string, string];
  readonly footer: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly unanswered: string;
  readonly madeAt: Instant;
}

const languages = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" } as const;

const heading: Style = { weight: "bold", size: 20, colour: ink };
const marginal: Style = { ...pale, size: 8.5 };

/** A frame around the words, on the page where they begin. */
const writeNotice = (paper: Paper, notice: string): void => {
  const { doc } = paper;
  const block = setBlock(paper, notice, strong, textWidth - 24);
  decorate(paper, () =>
    doc
      .lineWidth(1)
      .rect(margins.left, doc.y, textWidth, block.height + 16)
      .stroke(ink),
  );
  doc.y += 8;
  paper.root.add(doc.struct("P", {}, () => drawBlock(paper, block, margins.left + 12)));
  space(paper, 20);
};

const drawMargin = (paper: Paper, [left, right]: readonly [string, string], y: number): void => {
  const line = (text: string) => linesOf(text, marginal, textWidth, paper.measure)[0] ?? [];
  const rightLine = line(right);
  const width = rightLine.reduce((sum, run) => sum + paper.measure.widthOf(run, marginal), 0);
  drawLine(paper, line(left), margins.left, y, marginal);
  drawLine(paper, rightLine, margins.left + textWidth - width, y, marginal);
};

const drawMargins = (paper: Paper, { header, footer, pageOf }: Printed): void => {
  const { doc } = paper;
  const { count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    const { height } = doc.switchToPage(i);
    doc.markContent("Artifact", { type: "Pagination" });
    drawMargin(paper, header, 36);
    drawMargin(paper, [footer, pageOf(i + 1, count)], height - 44);
    doc.endMarkedContent();
  }
};

/** The document as PDF, tagged for those who listen to it. The same data give the same bytes. */
export const writePdf = (printed: Printed): Promise<Uint8Array> => {
  const { language, name, over, title, notice, facts, parts, madeAt, unanswered } = printed;
  const made = new Date(madeAt.epochMilliseconds);
  const paper = openPaper({
    lang: languages[language],
    // Pdfkit writes them into XML as they are.
    info: { Title: name.replace(/[<>&]/g, " "), Creator: "Opptak", CreationDate: made, ModDate: made },
  });
  write(paper, paper.root, "P", over, pale);
  space(paper, 4);
  write(paper, paper.root, "H1", title, heading);
  space(paper, 10);
  writeNotice(paper, notice);
  writeFacts(paper, paper.root, facts);
  for (const part of parts) writePart(paper, part, unanswered);
  drawMargins(paper, printed);
  return finish(paper);
};
