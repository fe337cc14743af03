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

/** The words of a name, folded. */
export const wordsIn = (name: string): readonly string[] =>
  fold(name)
    .split(" ")
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord));

/** The words that somebody searches for. Digits that are written in groups, as organisation numbers are, are one. */
export const wordsAsked = (typed: string): readonly string[] =>
  wordsIn(/^[\d\s]+$/.test(typed) ? typed.replace(/\s/g, "") : typed);

/** Whether every word asked for begins one of these. */
export const begins = (asked: readonly string[], words: readonly string[]): boolean =>
  asked.every((one) => words.some((word) => word.startsWith(one)));
