// The fonts of documents. They are read once; what a document writes with is its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";
import { fontFiles, type Weight } from "./font-files.ts";

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      // Pdfkit takes a font that fontkit has read, which its types do not say.
      registerFont(name: string, font: Font): this;
    }
  }
}

const { resolve } = createRequire(import.meta.url);

const read = (weight: Weight): Font => {
  const font = create(readFileSync(resolve(fontFiles[weight])));
  if (!("layout" in font)) throw new Error(`${fontFiles[weight]} has more than one font in it`);
  return font;
};

const readOnce: { [weight in Weight]?: Font } = {};

/**
 * A font for one document. Its tables are shared, since to decode them anew takes longer than to write; its glyphs are not,
 * since fontkit keeps with each the letters that it first stood for, and a document would be copied in another's letters.
 */
export const fontOf = (weight: Weight): Font => {
  readOnce[weight] ??= read(weight);
  const shared = readOnce[weight];
  const font: Font = Object.create(shared, { _glyphs: { value: {} } });
  // Without contextual alternates: with them «2x3» would be drawn, and copied, as «2×3».
  font.layout = (text) => shared.layout.call(font, text, { calt: false });
  return font;
};
