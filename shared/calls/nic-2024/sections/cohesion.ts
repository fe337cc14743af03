import { t } from "#shared/domain/text.ts";
import { longText, section } from "#shared/form/define.ts";

/** What makes the members a cluster, by the programme's own description of one. */
export const cohesion = section(
  t("Det som binder klyngen sammen", "Det som bind klynga saman", "What ties the cluster together"),
  {
    concentration: longText(
      t(
        "Beskriv den geografiske samlingen av virksomheter",
        "Beskriv den geografiske samlinga av verksemder",
        "Describe the geographic clustering of organisations",
      ),
      {
        max: 1500,
        hint: t(
          "Hvor holder de til, og hvorfor akkurat der?",
          "Kvar held dei til, og kvifor akkurat der?",
          "Where are they, and why there?",
        ),
      },
    ),
    relations: longText(
      t(
        "Hvordan er virksomhetene relatert til hverandre?",
        "Korleis er verksemdene relaterte til kvarandre?",
        "How are the organisations related to each other?",
      ),
      {
        max: 2000,
        hint: t(
          "For eksempel felles teknologi, kunder, leverandører eller marked",
          "Til dømes felles teknologi, kundar, leverandørar eller marknad",
          "For example shared technology, customers, suppliers or markets",
        ),
      },
    ),
    collaboration: longText(
      t("Koblinger gjennom samarbeid", "Koplingar gjennom samarbeid", "Linkages through collaboration"),
      {
        max: 1500,
        hint: t(
          "Hva gjør de sammen i dag? Nevn gjerne eksempler.",
          "Kva gjer dei saman i dag? Nemn gjerne døme.",
          "What do they do together today? Give examples if you can.",
        ),
      },
    ),
    knowledge: longText(
      t("Koblinger gjennom kunnskapsflyt", "Koplingar gjennom kunnskapsflyt", "Linkages through knowledge"),
      {
        max: 1500,
        hint: t(
          "Hvordan går kunnskap fra den ene til den andre, og til og fra forskning og utdanning?",
          "Korleis går kunnskap frå den eine til den andre, og til og frå forsking og utdanning?",
          "How does knowledge pass between them, and to and from research and education?",
        ),
      },
    ),
    competition: longText(
      t("Koblinger gjennom konkurranse", "Koplingar gjennom konkurranse", "Linkages through competition"),
      {
        max: 1000,
        hint: t(
          "Hva konkurrerer de med hverandre om, og hva gjør det med dem?",
          "Kva konkurrerer dei med kvarandre om, og kva gjer det med dei?",
          "What do they compete with each other for, and what does it do to them?",
        ),
      },
    ),
    lead: longText(
      t(
        "Hvordan er næringsaktørene i førersetet?",
        "Korleis er næringsaktørane i førarsetet?",
        "How are the businesses in the driver's seat?",
      ),
      {
        max: 1500,
        hint: t(
          "Hvem tar initiativ, hvem bestemmer, og hvem betaler?",
          "Kven tek initiativ, kven bestemmer, og kven betaler?",
          "Who takes the initiative, who decides, and who pays?",
        ),
      },
    ),
    awareness: longText(
      t(
        "Hvordan erkjenner aktørene at de er en del av en klynge, og hva motiverer dem til felles aktiviteter?",
        "Korleis erkjenner aktørane at dei er ein del av ei klynge, og kva motiverer dei til felles aktivitetar?",
        "How do the members recognise that they are a cluster, and what motivates joint activities?",
      ),
      { max: 1500 },
    ),
    conditions: longText(
      t(
        "Hvilke særlige forutsetninger har klyngen for å stimulere til innovasjon, grønn omstilling og bærekraftig vekst?",
        "Kva særlege føresetnader har klynga for å stimulere til innovasjon, grøn omstilling og berekraftig vekst?",
        "What particular strengths does the cluster have for innovation, green transition and sustainable growth?",
      ),
      {
        max: 2500,
        rows: 8,
        hint: t(
          "Det dere har som andre ikke har: ressurser, kompetanse, naturgitte forhold, kunder eller historie.",
          "Det de har som andre ikkje har: ressursar, kompetanse, naturgjevne forhold, kundar eller historie.",
          "What you have that others have not: resources, skills, natural conditions, customers or history.",
        ),
      },
    ),
  },
);
