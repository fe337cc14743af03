import * as z from "zod";
import type { OutageFault } from "#shared/domain/outage.ts";
import type { Problem } from "#shared/domain/refusal.ts";
import { t } from "#shared/domain/text.ts";
import { date, defineForm, longText, section, time } from "#shared/form/define.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import type { AnyRecord } from "#shared/form/types.ts";

const fields = {
  fromDate: date(t("Fra dato", "Frå dato", "From date"), {}),
  fromTime: time(t("Fra klokken", "Frå klokka", "From time"), {
    hint: t("For eksempel 15.30", "Til dømes 15.30", "For example 15:30"),
  }),
  untilDate: date(t("Til dato", "Til dato", "Until date"), {}),
  untilTime: time(t("Til klokken", "Til klokka", "Until time"), {
    hint: t("For eksempel 16.15", "Til dømes 16.15", "For example 16:15"),
  }),
  what: longText(t("Hva skjedde?", "Kva skjedde?", "What happened?"), {
    max: 500,
    rows: 3,
    missing: t("Skriv kort hva som skjedde", "Skriv kort kva som skjedde", "Write in short what happened"),
  }),
};

const title = t("Driftsavbrudd", "Driftsavbrot", "Outage");
export const outageForm = defineForm({
  id: "outage",
  version: 1,
  title,
  sections: { outage: section(title, fields) },
});

const Answers = z.object({
  fromDate: z.string(),
  fromTime: z.string(),
  untilDate: z.string(),
  untilTime: z.string(),
  what: z.string(),
});

/** What was typed, and the local times it gives or what is wrong with it. */
export const readOutage = (body: AnyRecord) => {
  const { answers, ...read } = readSingleSection(outageForm, body);
  if (!answers) return { ...read, wanted: undefined };
  const { fromDate, fromTime, untilDate, untilTime, what } = Answers.parse(answers);
  return {
    ...read,
    wanted: { from: `${fromDate}T${fromTime}`, until: `${untilDate}T${untilTime}`, what },
  };
};

const messages: Readonly<Record<OutageFault, Problem["message"]>> = {
  "until-not-after-from": t(
    "Avbruddet må slutte etter at det begynte",
    "Avbrotet må slutte etter at det byrja",
    "The outage must end after it began",
  ),
  "in-the-future": t(
    "Avbruddet må være over. Registrer det når tjenesten virker igjen",
    "Avbrotet må vere over. Registrer det når tenesta verkar igjen",
    "The outage must be over. Record it when the service works again",
  ),
};

/** A fault as a problem at the field where it is put right. */
export const problemOf = (fault: OutageFault): Problem => ({
  pointer: "/untilTime",
  code: fault,
  label: fields.untilTime.label,
  message: messages[fault],
});
