// Questions and bounds that several sections have in common.
import { t } from "#shared/domain/text.ts";
import { select, text } from "#shared/form/define.ts";
import { memberCategories } from "../choices.ts";

/** Who looks after a goal, an activity or a milestone. */
export const responsible = text(t("Ansvarlig", "Ansvarleg", "Responsible"), {
  max: 100,
  missing: t("Skriv hvem som har ansvaret", "Skriv kven som har ansvaret", "Enter who is responsible"),
});

export const actorCategory = select(t("Type aktør", "Type aktør", "Kind of actor"), {
  options: memberCategories,
  missing: t("Velg type aktør", "Vel type aktør", "Choose the kind of actor"),
});

export const personName = text(t("Navn", "Namn", "Name"), {
  max: 100,
  missing: t("Skriv navnet", "Skriv namnet", "Enter the name"),
});

/** Days that a project can have: after the deadline, and three years from the latest start. */
export const projectDays = { from: "2024-06-22", to: "2030-12-31" } as const;
