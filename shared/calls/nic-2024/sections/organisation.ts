import { t } from "#shared/domain/text.ts";
import { group, integer, longText, section, select, text } from "#shared/form/define.ts";
import { actorCategory, personName } from "./common.ts";

const roles = {
  chair: t("Leder", "Leiar", "Chair"),
  member: t("Medlem", "Medlem", "Member"),
  observer: t("Observatør", "Observatør", "Observer"),
} as const;

const board = group(
  t("Styre eller styringsgruppe", "Styre eller styringsgruppe", "Board or steering group"),
  {
    min: 3,
    max: 30,
    item: t("Person", "Person", "Person"),
    add: t("Legg til person i styret", "Legg til person i styret", "Add a person to the board"),
    hint: t(
      "Minst tre. Minst halvparten bør komme fra bedrifter.",
      "Minst tre. Minst halvparten bør kome frå bedrifter.",
      "At least three. At least half should come from businesses.",
    ),
    missing: t("Legg til minst tre personer", "Legg til minst tre personar", "Add at least three people"),
    fields: {
      name: personName,
      organisation: text(t("Virksomhet", "Verksemd", "Organisation"), {
        max: 200,
        missing: t("Skriv virksomheten", "Skriv verksemda", "Enter the organisation"),
      }),
      category: actorCategory,
      role: select(t("Rolle", "Rolle", "Role"), { options: roles }),
    },
  },
);

const management = group(
  t(
    "Klyngeleder og klyngeadministrasjon",
    "Klyngeleiar og klyngeadministrasjon",
    "Cluster manager and administration",
  ),
  {
    min: 1,
    max: 20,
    item: t("Medarbeider", "Medarbeidar", "Staff member"),
    add: t("Legg til medarbeider", "Legg til medarbeidar", "Add a staff member"),
    missing: t("Legg til minst én medarbeider", "Legg til minst éin medarbeidar", "Add at least one person"),
    fields: {
      name: personName,
      role: text(t("Rolle", "Rolle", "Role"), {
        max: 100,
        missing: t("Skriv rollen", "Skriv rolla", "Enter the role"),
      }),
      share: integer(t("Stillingsprosent", "Stillingsprosent", "Per cent of full time"), {
        min: 0,
        max: 100,
      }),
      competence: longText(t("Kompetanse", "Kompetanse", "Competence"), { max: 500, rows: 3 }),
    },
  },
);

export const organisation = section(
  t("Klyngeorganisasjonen", "Klyngeorganisasjonen", "The cluster organisation"),
  {
    model: longText(
      t("Hvordan er klyngen organisert?", "Korleis er klynga organisert?", "How is the cluster organised?"),
      {
        max: 2000,
        hint: t(
          "Eierskap, styring og hvem som gjør hva til daglig",
          "Eigarskap, styring og kven som gjer kva til dagleg",
          "Ownership, governance and who does what day to day",
        ),
      },
    ),
    board,
    management,
    decisions: longText(
      t("Hvordan tas beslutninger?", "Korleis blir avgjerder tekne?", "How are decisions taken?"),
      { max: 1000, optional: true },
    ),
  },
);
