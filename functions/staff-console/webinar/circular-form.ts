// What staff write to those who have signed up, and to whom.
import { CircularWords, mostReceivers } from "#shared/domain/circular.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { defineForm, longText, radio, section, text } from "#shared/form/define.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";

const title = t("Melding til påmeldte", "Melding til påmelde", "Message to those signed up");

const fields = {
  to: radio(t("Hvem skal få meldingen?", "Kven skal få meldinga?", "Who is to get the message?"), {
    options: {
      registered: t("De som har plass", "Dei som har plass", "Those who have a place"),
      "registered-and-waiting": t(
        "De som har plass, og de som står på venteliste",
        "Dei som har plass, og dei som står på venteliste",
        "Those who have a place and those on the waiting list",
      ),
    },
    missing: t("Velg hvem som skal få meldingen", "Vel kven som skal få meldinga", "Choose who is to get it"),
  }),
  subject: text(t("Emne", "Emne", "Subject"), {
    max: 100,
    hint: t(
      "Navnet på webinaret kommer etter emnet",
      "Namnet på webinaret kjem etter emnet",
      "The name of the webinar comes after the subject",
    ),
    missing: t("Skriv et emne", "Skriv eit emne", "Write a subject"),
  }),
  text: longText(t("Tekst", "Tekst", "Text"), {
    max: 3000,
    rows: 12,
    hint: t(
      "Sendes som du skriver den, uansett språket til mottakeren. En tom linje gir nytt avsnitt. Lenker blir stående som tekst",
      "Blir send som du skriv han, uansett språket til mottakaren. Ei tom linje gir nytt avsnitt. Lenkjer blir ståande som tekst",
      "Goes as you write it, whatever the reader’s language. An empty line begins a new paragraph. Links stay as text",
    ),
    missing: t("Skriv en tekst", "Skriv ein tekst", "Write a text"),
  }),
} as const;

export const circularForm = defineForm({
  ...{ id: "circular", version: 1, title },
  sections: { circular: section(title, fields) },
});

/** What was typed, and the words it gives or what is wrong with it. */
export const readCircular = (body: AnyRecord) => {
  const { answers, ...read } = readSingleSection(circularForm, body);
  return { ...read, words: answers && CircularWords.parse(answers) };
};

/** What is wrong with how many would get it. */
export const receiverProblems = (receivers: number): readonly Problem[] => {
  if (receivers > 0 && receivers <= mostReceivers) return [];
  const isNobody = receivers === 0;
  return [
    {
      pointer: "/to",
      code: isNobody ? "nobody" : "too-many",
      label: fields.to.label,
      message: isNobody
        ? t(
            "Ingen ville fått meldingen. Velg flere, eller vent til noen har meldt seg på",
            "Ingen ville fått meldinga. Vel fleire, eller vent til nokon har meldt seg på",
            "Nobody would get the message. Choose more, or wait until somebody has signed up",
          )
        : t(
            `Høyst ${mostReceivers} kan få én melding. Velg færre`,
            `Høgst ${mostReceivers} kan få éi melding. Vel færre`,
            `At most ${mostReceivers} can get one message. Choose fewer`,
          ),
    },
  ];
};
