// Draft = what was typed (text). Answers = what it means (data). Both inferred from the form.
import type { SentFile, StoredFile } from "#shared/domain/stored-file.ts";
import type { Section } from "./form.ts";

type Keys<R> = Extract<keyof R, string>;
type Flat<T> = { [K in keyof T]: T[K] } & {};

export type DraftOf<F> = F extends { kind: "group"; fields: infer S }
  ? Flat<{ id: string } & DraftRecord<S>>[]
  : F extends { kind: "table"; rows: infer R; columns: infer C }
    ? Record<Keys<R>, Record<Keys<C>, string>>
    : F extends { kind: "checkboxes" }
      ? string[]
      : F extends { kind: "files" }
        ? StoredFile[]
        : F extends { kind: "reference"; several: true }
          ? string[]
          : string;
export type DraftRecord<S> = { -readonly [K in keyof S]: DraftOf<S[K]> };

type Value<F> = F extends { kind: "group"; fields: infer S }
  ? Flat<{ id: string } & AnswerRecord<S>>[]
  : F extends { kind: "table"; rows: infer R; columns: infer C }
    ? Record<Keys<R>, Record<Keys<C>, number>>
    : F extends { kind: "radio" | "select"; options: infer O }
      ? Keys<O>
      : F extends { kind: "checkboxes"; options: infer O }
        ? Keys<O>[]
        : F extends { kind: "integer" | "decimal" | "money" }
          ? number
          : F extends { kind: "files" }
            ? SentFile[]
            : F extends { kind: "reference"; several: true }
              ? string[]
              : string;
/** Lists and tables are always there, if only empty; a question not asked has no answer at all. */
type MayBeMissing<F> = F extends { showIf: object } | { levels: object }
  ? true
  : F extends { kind: "checkboxes" | "group" | "files" | "table" } | { kind: "reference"; several: true }
    ? false
    : F extends { optional: true } | { requiredFor: object }
      ? true
      : false;
export type AnswerOf<F> = MayBeMissing<F> extends true ? Value<F> | undefined : Value<F>;
export type AnswerRecord<S> = { -readonly [K in keyof S]: AnswerOf<S[K]> };

/** Every section's answers, as if all levels had them. */
export type AnswersOfSections<S> = {
  -readonly [K in keyof S]: S[K] extends { fields: infer F } ? Flat<AnswerRecord<F>> : never;
};
export type Draft<F extends { sections: Record<string, Section> }> = {
  -readonly [K in keyof F["sections"]]: F["sections"][K] extends { fields: infer S }
    ? Flat<DraftRecord<S>>
    : never;
};

type OfSomeLevels<S> = { [K in keyof S]: S[K] extends { levels: readonly string[] } ? K : never }[keyof S];

/** What was sent: a section that only some levels have may be missing. */
export type Answers<F extends { sections: Record<string, Section> }> = Flat<
  Omit<AnswersOfSections<F["sections"]>, OfSomeLevels<F["sections"]>> &
    Partial<Pick<AnswersOfSections<F["sections"]>, OfSomeLevels<F["sections"]>>>
>;

/** What only the engine's core handles: a record whose shape a form definition tells at run time. */
// biome-ignore lint/suspicious/noExplicitAny: the form engine's core
export type AnyRecord = Record<string, any>;
