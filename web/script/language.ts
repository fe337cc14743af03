/** The language an element is in; numbers are written alike in both kinds of Norwegian. */
export const languageOf = (element: Element): "nb" | "en" =>
  element.closest<HTMLElement>("[lang]")?.lang === "en" ? "en" : "nb";
