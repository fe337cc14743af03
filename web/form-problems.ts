import type { Problem } from "#shared/domain/refusal.ts";
import type { Language } from "#shared/domain/text.ts";
import type { WrongThing } from "./error-summary.tsx";
import { idOf, pathOf } from "./fields/around.ts";

/** Problems as lines of an error summary. `href` says which page a problem's field is on; on this page it is empty. */
export const wrongThings = (
  problems: readonly Problem[],
  language: Language,
  place: (pointer: string) => { readonly section: string | undefined; readonly page: string },
): readonly WrongThing[] =>
  problems.map(({ pointer, label, message }) => {
    const { section, page } = place(pointer);
    return {
      href: `${page}#${idOf(pathOf(pointer, section))}`,
      label: label[language],
      message: message[language],
    };
  });

/** The first part of a pointer, which for an application is the section. */
export const sectionOf = (pointer: string): string => pointer.split("/")[1] ?? "";
