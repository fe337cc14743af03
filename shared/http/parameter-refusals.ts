// What a program has asked for in another way than it can be.
import type { Refusal } from "#shared/domain/refusal.ts";
import { type Text, t } from "#shared/domain/text.ts";
import { of } from "./plain-refusals.ts";

/** What to do about each. */
const ofParameters = new Map<string, Text>([
  [
    "changedSince",
    t(
      "Gi et tidspunkt i UTC, som 2024-06-21T14:00:00.000Z, og ikke sammen med «after».",
      "Gi eit tidspunkt i UTC, som 2024-06-21T14:00:00.000Z, og ikkje saman med «after».",
      "Give an instant in UTC, such as 2024-06-21T14:00:00.000Z, and not along with “after”.",
    ),
  ],
  [
    "after",
    t(
      "Bruk adressen i «next» slik den sto i forrige svar fra samme adresse.",
      "Bruk adressa i «next» slik ho stod i førre svar frå same adresse.",
      "Use the address in “next” as it stood in the last answer from the same address.",
    ),
  ],
  [
    "limit",
    t("Gi et heltall fra 1 til 100.", "Gi eit heiltal frå 1 til 100.", "Give a whole number from 1 to 100."),
  ],
]);
const unknownParameter = t(
  "Den finnes ikke her. Se /api/v1/openapi.json.",
  "Han finst ikkje her. Sjå /api/v1/openapi.json.",
  "There is none of that name here. See /api/v1/openapi.json.",
);

export const badParameter = ({ parameter }: Extract<Refusal, { reason: "bad-parameter" }>) =>
  of(
    400,
    t(
      `Parameteren «${parameter}» kan ikke brukes slik`,
      `Parameteren «${parameter}» kan ikkje brukast slik`,
      `The parameter “${parameter}” cannot be used like this`,
    ),
    ofParameters.get(parameter) ?? unknownParameter,
  );
