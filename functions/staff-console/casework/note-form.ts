import * as z from "zod";
import { longestNote } from "#shared/domain/note.ts";
import { t } from "#shared/domain/text.ts";
import { defineForm, longText, section } from "#shared/form/define.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";

const title = t("Nytt notat", "Nytt notat", "New note");
const fields = {
  text: longText(title, {
    max: longestNote,
    rows: 4,
    hint: t(
      "Søkeren ser det aldri. Et notat kan ikke endres eller fjernes; skriv et nytt for å rette det",
      "Søkjaren ser det aldri. Eit notat kan ikkje endrast eller fjernast; skriv eit nytt for å rette det",
      "The applicant never sees it. A note cannot be changed or removed; write a new one to correct it",
    ),
    missing: t("Skriv notatet først", "Skriv notatet først", "Write the note first"),
  }),
};

export const noteForm = defineForm({
  ...{ id: "note", version: 1, title },
  sections: { note: section(title, fields) },
});

/** What was typed, and the text it gives or what is wrong with it. */
export const readNote = (body: AnyRecord) => {
  const { answers, ...read } = readSingleSection(noteForm, body);
  return { ...read, text: answers && z.object({ text: z.string() }).parse(answers).text };
};
