import { t } from "#shared/domain/text.ts";
import { checkboxes, group, longText, section, text } from "#shared/form/define.ts";

const rootedIn = {
  innovation: t("Nyskaping", "Nyskaping", "Innovation"),
  transition: t("Omstilling", "Omstilling", "Transition"),
  growth: t("Vekst", "Vekst", "Growth"),
} as const;

const workAreas = group(t("Arbeidsområder", "Arbeidsområde", "Fields of work"), {
  min: 1,
  max: 6,
  item: t("Arbeidsområde", "Arbeidsområde", "Field of work"),
  add: t("Legg til arbeidsområde", "Legg til arbeidsområde", "Add a field of work"),
  hint: t(
    "Ett til seks områder som er godt avgrenset",
    "Eitt til seks område som er godt avgrensa",
    "One to six well-defined fields",
  ),
  missing: t(
    "Legg til minst ett arbeidsområde",
    "Legg til minst eitt arbeidsområde",
    "Add at least one field of work",
  ),
  fields: {
    name: text(t("Navn", "Namn", "Name"), {
      max: 100,
      missing: t("Skriv navnet på området", "Skriv namnet på området", "Enter the name of the field"),
    }),
    description: longText(t("Beskrivelse", "Beskriving", "Description"), { max: 1000 }),
    rootedIn: checkboxes(t("Forankret i", "Forankra i", "Rooted in"), {
      min: 1,
      options: rootedIn,
      missing: t("Velg minst én", "Vel minst éin", "Choose at least one"),
    }),
  },
});

export const ambitions = section(t("Ambisjoner", "Ambisjonar", "Ambitions"), {
  shared: longText(t("Felles ambisjoner", "Felles ambisjonar", "Shared ambitions"), {
    max: 2500,
    rows: 8,
    hint: t(
      "Hva vil dere få til sammen som ingen av dere får til alene?",
      "Kva vil de få til saman som ingen av dykk får til åleine?",
      "What do you want to achieve together that none of you can achieve alone?",
    ),
    missing: t("Skriv om ambisjonene", "Skriv om ambisjonane", "Write about the ambitions"),
  }),
  workAreas,
  valuePotential: longText(
    t("Potensial for økt verdiskaping", "Potensial for auka verdiskaping", "Potential to create more value"),
    {
      max: 2500,
      rows: 8,
      hint: t(
        "Hvor mye, for hvem, og hva bygger dere anslaget på?",
        "Kor mykje, for kven, og kva byggjer de overslaget på?",
        "How much, for whom, and what is the estimate based on?",
      ),
    },
  ),
  innovationSystem: longText(
    t(
      "Hvilke muligheter har klyngen til å ta del i utviklingen av innovasjonssystemer?",
      "Kva høve har klynga til å ta del i utviklinga av innovasjonssystem?",
      "What opportunities does the cluster have to take part in developing innovation systems?",
    ),
    {
      max: 1500,
      hint: t(
        "Innovasjonssystemer er de som sammen får fram nytt: bedrifter, forskning, utdanning, kapital og virkemidler, regionalt, nasjonalt og internasjonalt.",
        "Innovasjonssystem er dei som saman får fram nytt: bedrifter, forsking, utdanning, kapital og verkemiddel, regionalt, nasjonalt og internasjonalt.",
        "Innovation systems are those who bring forth new things together: businesses, research, education, finance and public schemes, regionally, nationally and internationally.",
      ),
    },
  ),
  connector: longText(
    t(
      "Hvordan er klyngen kobler, motor og tilrettelegger for kommersielt samarbeid?",
      "Korleis er klynga koplar, motor og tilretteleggjar for kommersielt samarbeid?",
      "How is the cluster connector, engine and facilitator of commercial cooperation?",
    ),
    {
      max: 2000,
      hint: t(
        "Hva gjør klyngen for at medlemmene skal gjøre forretninger med hverandre?",
        "Kva gjer klynga for at medlemmene skal gjere forretningar med kvarandre?",
        "What does the cluster do to make the members do business with each other?",
      ),
    },
  ),
  external: longText(
    t(
      "Kommersielt samarbeid ut av klyngen",
      "Kommersielt samarbeid ut av klynga",
      "Commercial cooperation outside the cluster",
    ),
    {
      max: 1500,
      requiredFor: ["explore", "impact"],
      hint: t(
        "Med andre klynger, kunder og partnere, her i landet og i andre land",
        "Med andre klynger, kundar og partnarar, her i landet og i andre land",
        "With other clusters, customers and partners, here and abroad",
      ),
    },
  ),
});
