// A later deadline as staff type it: for one application, or for all of a call.
import * as z from "zod";
import type { Deadline } from "#shared/domain/deadline.ts";
import type { Problem, Refusal } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { date, defineForm, longText, section, time } from "#shared/form/define.ts";
import { nothingTypedIn, readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { wordsFor } from "#shared/http/refusal-words.ts";

const fields = {
  date: date(t("Dato for ny frist", "Dato for ny frist", "Date of the new deadline"), {}),
  time: time(t("Klokkeslett for ny frist", "Klokkeslett for ny frist", "Time of the new deadline"), {
    hint: t(
      "Norsk tid, for eksempel 16.00. Det som kommer akkurat da, er i tide",
      "Norsk tid, til dømes 16.00. Det som kjem akkurat då, er i tide",
      "Norwegian time, for example 16:00. What arrives exactly then is in time",
    ),
  }),
  reason: longText(t("Begrunnelse", "Grunngiving", "Reason"), {
    max: 500,
    rows: 3,
    missing: t("Skriv en kort begrunnelse", "Skriv ei kort grunngiving", "Write a short reason"),
  }),
};

const title = t("Ny frist", "Ny frist", "New deadline");
export const laterForm = defineForm({
  id: "later",
  version: 1,
  title,
  sections: { later: section(title, fields) },
});

/** What was typed, and what is wrong with it. */
export interface Typed {
  readonly typed: AnyRecord;
  readonly problems: readonly Problem[];
}

export const nothingTyped: Typed = { typed: nothingTypedIn(laterForm), problems: [] };

const Answers = z.object({ date: z.string(), time: z.string(), reason: z.string() });

/** What was typed, and the deadline on this clock and the reason it gives, or what is wrong with it. */
export const readLater = (body: AnyRecord, timeZone: string) => {
  const { answers, ...read } = readSingleSection(laterForm, body);
  if (!answers) return { ...read, wanted: undefined };
  const { date: day, time: clock, reason } = Answers.parse(answers);
  const until = { kind: "moment", localTime: `${day}T${clock}:00`, timeZone } as const satisfies Deadline;
  return { ...read, wanted: { until, reason } };
};

/** A time that cannot be the new deadline, as a problem at the field where it is put right. */
export const problemOf = (refusal: Refusal): Problem => ({
  pointer: "/date",
  code: refusal.reason,
  label: fields.date.label,
  message: wordsFor(refusal).explanation,
});
