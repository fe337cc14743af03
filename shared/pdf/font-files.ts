// Inter as its package holds it: each file has a part of Unicode, and what one lacks the next may have.
const inter = (part: string, weight: number): string =>
  `@fontsource/inter/files/inter-${part}-${weight}-normal.woff`;

const latin = inter("latin", 400);
const others = ["latin-ext", "greek", "greek-ext", "cyrillic", "cyrillic-ext", "vietnamese"];
const regular = [latin, ...others.map((part) => inter(part, 400))] as const;

/** The faces of each weight, the one to try first first. */
export const fontFiles = {
  regular,
  bold: [inter("latin", 600), inter("latin-ext", 600), ...regular],
} as const;

export type Weight = keyof typeof fontFiles;

/** What must lie beside a bundle that writes PDF. */
export const allFontFiles: readonly string[] = [...new Set(Object.values(fontFiles).flat())];
