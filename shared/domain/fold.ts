/** Norwegian order in plain bytes: after z come æ, ø and å. Swedish and German letters stand with ours. */
const norwegian: Readonly<Record<string, string>> = { æ: "{", ä: "{", ø: "|", ö: "|", å: "}" };

/**
 * A name as it is looked up and sorted: without case, accents and signs, so that plain bytes sort it as Norwegians do.
 * What is typed and what is stored are both folded, and then compared.
 */
export const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLocaleLowerCase("nb")
    .replace(/[{|}]/g, " ")
    .replace(/[æäøöå]/g, (letter) => norwegian[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}{|}]+/gu, " ")
    .trim();

/** Characters of a word that tell it from others. */
const longestWord = 40;

const hyphened = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)+-?$/u;

const partsOf = (name: string): readonly string[] => fold(name).split(" ").filter(Boolean);
const joined = (name: string): string => partsOf(name).join("");

const tokensOf = (name: string): readonly string[] => name.trim().split(/\s+/);

const cut = (words: readonly string[]): readonly string[] => words.map((word) => word.slice(0, longestWord));

/** The words of a name, folded: what hyphens join is found as a whole and by its parts. */
export const wordsIn = (name: string): readonly string[] =>
  cut(
    tokensOf(name).flatMap((token) => [...(hyphened.test(token) ? [joined(token)] : []), ...partsOf(token)]),
  );

/** The words that somebody searches for. Digits that are written in groups, as organisation numbers are, are one; so is a reference, or its beginning. */
export const wordsAsked = (typed: string): readonly string[] =>
  cut(
    /^[\d\s]+$/.test(typed)
      ? [joined(typed)].filter(Boolean)
      : tokensOf(typed).flatMap((token) => (hyphened.test(token) ? [joined(token)] : partsOf(token))),
  );

/** Whether every word asked for begins one of a record's, which are made only when something is asked. */
export const begins = (asked: readonly string[], wordsOf: () => readonly string[]): boolean => {
  const words = asked.length > 0 ? wordsOf() : [];
  return asked.every((one) => words.some((word) => word.startsWith(one)));
};
