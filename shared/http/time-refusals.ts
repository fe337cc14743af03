// What came before or after its time.
import { latenessOf } from "#shared/domain/attempt.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Language, t } from "#shared/domain/text.ts";
import { showLateness } from "#shared/form/durations.ts";
import { showInstant } from "#shared/form/moments.ts";
import { of } from "./plain-refusals.ts";

/** Where those who read a refusal have their clocks. */
export const zone = "Europe/Oslo";

export const notOpenYet = (refusal: Extract<Refusal, { reason: "not-open-yet" }>) =>
  of(
    409,
    t("Utlysningen er ikke åpnet ennå", "Utlysinga er ikkje opna enno", "The call is not open yet"),
    t(
      `Den åpner ${showInstant(refusal.opensAt, zone, "nb")}.`,
      `Ho opnar ${showInstant(refusal.opensAt, zone, "nn")}.`,
      `It opens ${showInstant(refusal.opensAt, zone, "en")}.`,
    ),
  );

export const deadlinePassed = (refusal: Extract<Refusal, { reason: "deadline-passed" }>) => {
  const shown = (language: Language) => [
    showInstant(refusal.deadline, zone, language),
    `${showInstant(refusal.at, zone, language)}, ${showLateness(latenessOf(refusal), language)},`,
  ];
  const [nbDeadline, nbAt] = shown("nb");
  const [nnDeadline, nnAt] = shown("nn");
  const [enDeadline, enAt] = shown("en");
  return of(
    410,
    t("Fristen er ute", "Fristen er ute", "The deadline has passed"),
    t(
      `Fristen var ${nbDeadline}. Dette kom til oss ${nbAt} og er ikke tatt imot. Det du har skrevet, kan fortsatt leses og kopieres.`,
      `Fristen var ${nnDeadline}. Dette kom til oss ${nnAt} og er ikkje teke imot. Det du har skrive, kan framleis lesast og kopierast.`,
      `The deadline was ${enDeadline}. This reached us ${enAt} and was not accepted. What you have written can still be read and copied.`,
    ),
  );
};

export const notLater = ({ deadline }: Extract<Refusal, { reason: "not-later" }>) =>
  of(
    422,
    t("Fristen kan bare bli senere", "Fristen kan berre bli seinare", "The deadline can only become later"),
    t(
      `Velg et tidspunkt etter ${showInstant(deadline, zone, "nb")}. Ingenting er endret.`,
      `Vel eit tidspunkt etter ${showInstant(deadline, zone, "nn")}. Ingenting er endra.`,
      `Choose a time after ${showInstant(deadline, zone, "en")}. Nothing has been changed.`,
    ),
  );
