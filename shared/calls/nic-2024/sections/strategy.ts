import { t } from "#shared/domain/text.ts";
import { date, group, integer, longText, section, select, text } from "#shared/form/define.ts";
import { projectDays, responsible } from "./common.ts";

const decisions = group(t("Vedtak om strategien", "Vedtak om strategien", "Decisions on the strategy"), {
  min: 1,
  max: 10,
  item: t("Vedtak", "Vedtak", "Decision"),
  add: t("Legg til vedtak", "Legg til vedtak", "Add a decision"),
  hint: t(
    "Hvor og når medlemmene har sluttet seg til strategien",
    "Kvar og når medlemmene har slutta seg til strategien",
    "Where and when the members agreed to the strategy",
  ),
  missing: t("Legg til minst ett vedtak", "Legg til minst eitt vedtak", "Add at least one decision"),
  fields: {
    body: text(t("Hvem som vedtok den", "Kven som vedtok han", "Who decided"), {
      max: 100,
      hint: t(
        "For eksempel styret eller årsmøtet",
        "Til dømes styret eller årsmøtet",
        "For example the board or the annual meeting",
      ),
      missing: t("Skriv hvem som vedtok den", "Skriv kven som vedtok han", "Enter who decided"),
    }),
    day: date(t("Dato", "Dato", "Date"), { from: "2000-01-01", to: "2024-06-21" }),
    takingPart: integer(
      t("Antall medlemmer som var med", "Talet på medlemmer som var med", "Number of members taking part"),
      { min: 0, max: 10_000 },
    ),
  },
});

const milestones = group(t("Milepæler", "Milepælar", "Milestones"), {
  min: 3,
  max: 30,
  item: t("Milepæl", "Milepæl", "Milestone"),
  add: t("Legg til milepæl", "Legg til milepæl", "Add a milestone"),
  hint: t(
    "Minst tre, innenfor de tre årene prosjektet går",
    "Minst tre, innanfor dei tre åra prosjektet går",
    "At least three, within the three years of the project",
  ),
  missing: t("Legg til minst tre milepæler", "Legg til minst tre milepælar", "Add at least three milestones"),
  fields: {
    title: text(t("Milepæl", "Milepæl", "Milestone"), {
      max: 120,
      missing: t(
        "Skriv hva som skal være nådd",
        "Skriv kva som skal vere nådd",
        "Enter what is to be reached",
      ),
    }),
    due: date(t("Nås innen", "Nådd innan", "Reached by"), projectDays),
    responsible,
  },
});

const degrees = {
  s1: t("1 (svært lav)", "1 (svært låg)", "1 (very low)"),
  s2: t("2 (lav)", "2 (låg)", "2 (low)"),
  s3: t("3 (middels)", "3 (middels)", "3 (medium)"),
  s4: t("4 (høy)", "4 (høg)", "4 (high)"),
  s5: t("5 (svært høy)", "5 (svært høg)", "5 (very high)"),
} as const;

const risks = group(t("Risiko og tiltak", "Risiko og tiltak", "Risks and measures"), {
  min: 0,
  max: 15,
  optional: true,
  item: t("Risiko", "Risiko", "Risk"),
  add: t("Legg til risiko", "Legg til risiko", "Add a risk"),
  hint: t(
    "Det som kan hindre dere i å nå målene, og hva dere gjør med det",
    "Det som kan hindre dykk i å nå måla, og kva de gjer med det",
    "What may keep you from reaching the goals, and what you do about it",
  ),
  fields: {
    risk: text(t("Hva kan skje?", "Kva kan skje?", "What may happen?"), {
      max: 200,
      missing: t("Skriv hva som kan skje", "Skriv kva som kan skje", "Enter what may happen"),
    }),
    likelihood: select(t("Sannsynlighet", "Kor sannsynleg", "Likelihood"), { options: degrees }),
    impact: select(t("Konsekvens", "Konsekvens", "Impact"), { options: degrees }),
    measure: text(t("Tiltak", "Tiltak", "Measure"), {
      max: 300,
      missing: t("Skriv hva dere gjør med det", "Skriv kva de gjer med det", "Enter what you do about it"),
    }),
  },
});

export const strategy = section(t("Strategi og plan", "Strategi og plan", "Strategy and plan"), {
  summary: longText(t("Strategien i korte trekk", "Strategien i korte trekk", "The strategy in brief"), {
    max: 4000,
    rows: 10,
    hint: t(
      "Hele strategien legges ved i delen «Vedlegg».",
      "Heile strategien blir lagd ved i delen «Vedlegg».",
      "The full strategy is attached in the part “Attachments”.",
    ),
  }),
  anchoring: longText(
    t(
      "Hvordan er strategien bredt forankret blant medlemmene?",
      "Korleis er strategien breitt forankra hos medlemmene?",
      "How do the members broadly stand behind the strategy?",
    ),
    {
      max: 2000,
      hint: t(
        "Hvem har vært med på å lage den, og hvordan har de andre sluttet seg til?",
        "Kven har vore med på å lage han, og korleis har dei andre slutta seg til?",
        "Who took part in making it, and how did the others agree to it?",
      ),
    },
  ),
  decisions,
  plan: longText(t("Gjennomføringsplan", "Gjennomføringsplan", "Implementation plan"), {
    max: 4000,
    rows: 10,
    hint: t(
      "Hva som skal skje i de tre årene, i hvilken rekkefølge, og hvem som gjør det",
      "Kva som skal skje i dei tre åra, i kva rekkjefølgje, og kven som gjer det",
      "What will happen in the three years, in which order, and who does it",
    ),
  }),
  milestones,
  risks,
});
