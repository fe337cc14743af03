// A document being written, page by page, with what each piece of text is in its structure tree (PDF/UA, ISO 14289-1).
import type { Font } from "fontkit";
import PDFDocument from "pdfkit";
import type { Weight } from "./font-files.ts";
import { fontOf } from "./fonts.ts";
import { linesOf, type Measure, type Run, type Style } from "./typeset.ts";

export type Element = PDFKit.PDFStructureElement;

declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: "Row" | "Column";
    }
  }
}

export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  readonly measure: Measure;
}

/** A4 in points, and what is left of it for text. */
const page = { width: 595.28, height: 841.89 } as const;
export const margins = { left: 56, right: 56, top: 72, bottom: 68 } as const;
export const textWidth = page.width - margins.left - margins.right;
const floor = page.height - margins.bottom;

const lineHeight = ({ size }: Style): number => size * 1.4;

const frameWidth = (size: number): number => size * 0.7;

const measureOn = (doc: PDFKit.PDFDocument, fonts: Readonly<Record<Weight, Font>>): Measure => ({
  has: (text, weight) =>
    [...text].every((character) => fonts[weight].hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  widthOf: ({ text, actual }, { weight, size }) =>
    actual === undefined
      ? doc.font(weight).fontSize(size).widthOfString(text)
      : text.length * frameWidth(size),
});

export const openPaper = (options: PDFKit.PDFDocumentOptions): Paper => {
  const doc = new PDFDocument({
    ...options,
    size: [page.width, page.height],
    margins: { ...margins },
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    // Headers are written when it is known how many pages there are.
    bufferPages: true,
    // None but those below.
    font: "",
  });
  const fonts = { regular: fontOf("regular"), bold: fontOf("bold") };
  for (const [weight, font] of Object.entries(fonts)) doc.registerFont(weight, font);
  doc.appendXML(
    '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
  );
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, root, measure: measureOn(doc, fonts) };
};

/** A new page, unless this much is left of this one. Never within an element. */
export const keepRoom = ({ doc }: Paper, height: number): void => {
  if (doc.y + height > floor) doc.addPage();
};

export const space = ({ doc }: Paper, height: number): void => {
  doc.y = Math.min(doc.y + height, floor);
};

/** What is drawn for the eye alone. */
export const decorate = ({ doc }: Paper, draw: () => void): void => {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
};

const drawFrames = ({ doc }: Paper, count: number, x: number, y: number, { size, colour }: Style): void => {
  const width = frameWidth(size);
  for (let i = 0; i < count; i += 1) doc.rect(x + i * width + 1, y + size * 0.25, width - 2, size * 0.72);
  doc.lineWidth(0.7).stroke(colour);
};

/** Frames have a space among them, so that what they stand for has a place in the text. */
const drawRun = (paper: Paper, { text, actual }: Run, x: number, y: number, style: Style): void => {
  const { doc } = paper;
  if (actual !== undefined) doc.markContent("Span", { actual });
  const { weight, size, colour } = style;
  doc.font(weight).fontSize(size).fillColor(colour);
  doc.text(actual === undefined ? text : " ", x, y, { lineBreak: false });
  if (actual === undefined) return;
  drawFrames(paper, text.length, x, y, style);
  doc.endMarkedContent();
};

/** One line at a place. */
export const drawLine = (paper: Paper, runs: readonly Run[], x: number, y: number, style: Style): void => {
  let at = x;
  for (const run of runs) {
    drawRun(paper, run, at, y, style);
    at += paper.measure.widthOf(run, style);
  }
};

export interface Block {
  readonly lines: readonly (readonly Run[])[];
  readonly height: number;
  readonly style: Style;
}

export const setBlock = (paper: Paper, text: string, style: Style, width: number): Block => {
  const lines = linesOf(text, style, width, paper.measure);
  return { lines, height: lines.length * lineHeight(style), style };
};

/** Writes a block from here down, over as many pages as it takes. */
export const drawBlock = (paper: Paper, { lines, style }: Block, x: number): void => {
  const { doc } = paper;
  for (const line of lines) {
    if (doc.y + lineHeight(style) > floor) doc.continueOnNewPage();
    const { y } = doc;
    drawLine(paper, line, x, y, style);
    doc.y = y + lineHeight(style);
  }
};

/** Writes a text as one element of the tree. */
export const write = (
  paper: Paper,
  parent: Element,
  tag: string,
  text: string,
  style: Style,
  indent = 0,
): void => {
  const block = setBlock(paper, text, style, textWidth - indent);
  parent.add(paper.doc.struct(tag, {}, () => drawBlock(paper, block, margins.left + indent)));
};

export const finish = async ({ doc, root }: Paper): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((done) => doc.on("end", done));
  root.end();
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
};
