import { t } from "#shared/domain/text.ts";
import { checkboxes, date, decimal, group, longText, section, text } from "#shared/form/define.ts";
import { effectGoals } from "../choices.ts";

const results = group(t("Resultatmål", "Resultatmål", "Result goals"), {
  min: 1,
  max: 20,
  item: t("Resultatmål", "Resultatmål", "Result goal"),
  add: t("Legg til resultatmål", "Legg til resultatmål", "Add a result goal"),
  hint: t(
    "Konkrete mål for perioden som kan tallfestes, og som bygger opp under effektmålene",
    "Konkrete mål for perioden som kan talfestast, og som byggjer opp under effektmåla",
    "Concrete, measurable goals for the period that support the long-term goals",
  ),
  missing: t(
    "Legg til minst ett resultatmål",
    "Legg til minst eitt resultatmål",
    "Add at least one result goal",
  ),
  fields: {
    indicator: text(t("Hva skal måles?", "Kva skal målast?", "What is measured?"), {
      max: 150,
      hint: t(
        "For eksempel nye samarbeidsprosjekter mellom medlemmer",
        "Til dømes nye samarbeidsprosjekt mellom medlemmer",
        "For example new joint projects between members",
      ),
      missing: t("Skriv hva som skal måles", "Skriv kva som skal målast", "Enter what is measured"),
    }),
    baseline: decimal(t("Verdi i dag", "Verdi i dag", "Value today"), {
      hint: t(
        "Skriv 0 hvis dere begynner uten",
        "Skriv 0 dersom de byrjar utan",
        "Enter 0 if you start from nothing",
      ),
    }),
    target: decimal(t("Målverdi", "Målverdi", "Target value"), {}),
    unit: text(t("Enhet", "Eining", "Unit"), {
      max: 30,
      hint: t(
        "For eksempel antall, prosent eller kroner",
        "Til dømes tal, prosent eller kroner",
        "For example number, per cent or NOK",
      ),
      missing: t("Skriv enheten", "Skriv eininga", "Enter the unit"),
    }),
    due: date(t("Nås innen", "Nådd innan", "Reached by"), { from: "2024-07-01", to: "2028-12-31" }),
  },
});

export const goals = section(t("Mål", "Mål", "Goals"), {
  ambitions: longText(
    t(
      "Felles ambisjoner og arbeidsområder",
      "Felles ambisjonar og arbeidsområde",
      "Shared ambitions and fields of work",
    ),
    {
      max: 2500,
      rows: 8,
      hint: t(
        "Hva vil dere få til sammen, og på hvilke områder?",
        "Kva vil de få til saman, og på kva område?",
        "What do you want to achieve together, and in which fields?",
      ),
      missing: t(
        "Skriv om ambisjonene og arbeidsområdene",
        "Skriv om ambisjonane og arbeidsområda",
        "Write about the ambitions and the fields of work",
      ),
    },
  ),
  effects: checkboxes(
    t(
      "Hvilke langsiktige effektmål bygger planen på?",
      "Kva langsiktige effektmål byggjer planen på?",
      "Which long-term goals does the plan build on?",
    ),
    {
      min: 1,
      options: effectGoals,
      hint: t("Velg ett eller flere", "Vel eitt eller fleire", "Choose one or more"),
      missing: t("Velg minst ett effektmål", "Vel minst eitt effektmål", "Choose at least one goal"),
    },
  ),
  results,
});
