import * as z from "zod";

/** Every language a person may read the service in: bokmål, nynorsk, English (språklova § 14 asks for the first two alike). */
export const languages = ["nb", "nn", "en"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same words in all three languages; a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>;

export const t = (nb: string, nn: string, en: string): Text => ({ nb, nn, en });

/** For names that are spelt alike everywhere. */
export const same = (word: string): Text => t(word, word, word);
