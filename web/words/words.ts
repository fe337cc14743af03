import type { Language } from "#shared/domain/text.ts";

/** The words of one page, language by language. A text that is missing in one of them does not compile. */
export type Words<Page> = Readonly<Record<Language, Page>>;
