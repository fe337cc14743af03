/** Line ends, other control characters, and those that turn the direction of the text around them. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

export const oneLine = (text: string): string => text.replace(unseen, " ").trim();

/** What holds a web or e-mail address together, in any script that browsers read as one. */
const joints = /(?<=\S)[.@:/\\\u3002\uff0e\uff61](?=\S)/gu;

const wordJoiner = "\u2060";

/**
 * Words that somebody typed, fit for a mail from us: one line, and nothing in it that a mail program makes a link of.
 * Whoever gets the mail need not be whoever typed them. The joiner goes on both sides: programs that take everything
 * after `www.` see through one that comes after.
 */
export const typed = (text: string): string => oneLine(text).replace(joints, `${wordJoiner}$&${wordJoiner}`);

/** What staff wrote for everybody to read, as paragraphs and lines: an address in it can be copied, and is no link of ours. */
export const paragraphsIn = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().split("\n").map(oneLine).join("\n"))
    .filter((paragraph) => paragraph !== "");

const longestName = 80;

/** The same, cut where it is longer than it has to be, and in the quotation marks that show where it ends. */
export const quoted = (text: string, longest = longestName): string => {
  const line = [
    ...text
      .replace(unseen, " ")
      .replace(/[«»"“”„]/g, "")
      .trim(),
  ];
  const shown = line.length > longest ? `${line.slice(0, longest - 1).join("")}…` : line.join("");
  return `«${typed(shown)}»`;
};
