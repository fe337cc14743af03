import { t } from "#shared/domain/text.ts";
import { group, longText, orgNumber, radio, section, select, text } from "#shared/form/define.ts";
import { yesNo } from "../choices.ts";
import { actorCategory } from "./common.ts";

const relations = {
  member: t("Medlem", "Medlem", "Member"),
  actor: t("Aktør i klyngen", "Aktør i klynga", "Actor in the cluster"),
  partner: t("Samarbeidspartner", "Samarbeidspartnar", "Partner"),
} as const;

const list = group(t("Medlemmer og partnere", "Medlemmer og partnarar", "Members and partners"), {
  min: 2,
  max: 200,
  fromSheet: true,
  item: t("Medlem", "Medlem", "Member"),
  add: t("Legg til medlem", "Legg til medlem", "Add a member"),
  hint: t(
    "Minst to, og minst én bedrift. De fire aktørgruppene bør alle være med.",
    "Minst to, og minst éi bedrift. Dei fire aktørgruppene bør alle vere med.",
    "At least two, and at least one business. All four groups of actors should take part.",
  ),
  missing: t("Legg til minst to medlemmer", "Legg til minst to medlemmer", "Add at least two members"),
  fields: {
    organisationNumber: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
      optional: true,
      fills: { name: "name" },
      hint: t(
        "La det stå tomt for utenlandske medlemmer",
        "Lat det stå tomt for utanlandske medlemmer",
        "Leave empty for members abroad",
      ),
    }),
    name: text(t("Navn", "Namn", "Name"), {
      max: 200,
      missing: t("Skriv navnet på medlemmet", "Skriv namnet på medlemmet", "Enter the name of the member"),
    }),
    country: text(t("Land", "Land", "Country"), {
      max: 60,
      optional: true,
      hint: t("Bare hvis det ikke er Norge", "Berre dersom det ikkje er Noreg", "Only if it is not Norway"),
    }),
    category: actorCategory,
    relation: select(t("Tilknytning", "Tilknyting", "Relation"), {
      options: relations,
      missing: t("Velg tilknytning", "Vel tilknyting", "Choose the relation"),
    }),
    role: text(t("Rolle i klyngen", "Rolle i klynga", "Role in the cluster"), {
      max: 300,
      optional: true,
      hint: t(
        "For eksempel leverandør, forsker eller testarena",
        "Til dømes leverandør, forskar eller testarena",
        "For example supplier, researcher or test site",
      ),
    }),
    letter: radio(t("Intensjonserklæring", "Intensjonserklæring", "Letter of intent"), {
      options: yesNo,
      optional: true,
      hint: t(
        "Er det skrevet en erklæring? Den lastes opp i delen «Vedlegg».",
        "Er det skrive ei erklæring? Ho blir lasta opp i delen «Vedlegg».",
        "Is there a letter? It is uploaded in the part “Attachments”.",
      ),
    }),
  },
});

export const members = section(t("Medlemmer og partnere", "Medlemmer og partnarar", "Members and partners"), {
  list,
  missingGroups: longText(
    t(
      "Hvis en aktørgruppe mangler: Hvordan skal den dekkes?",
      "Dersom ei aktørgruppe manglar: Korleis skal ho dekkjast?",
      "If a group of actors is missing: how will it be covered?",
    ),
    {
      max: 800,
      optional: true,
      hint: t(
        "Svar bare hvis lista over mangler bedrift, kunnskapsmiljø, kapitalmiljø eller offentlig utviklingsaktør.",
        "Svar berre dersom lista over manglar bedrift, kunnskapsmiljø, kapitalmiljø eller offentleg utviklingsaktør.",
        "Answer only if the list above lacks business, research or education, finance or a public development body.",
      ),
    },
  ),
  resourceBase: longText(
    t(
      "Hvordan gir medlemmer, aktører og samarbeidspartnere et godt ressursgrunnlag for ambisjonene?",
      "Korleis gir medlemmer, aktørar og samarbeidspartnarar eit godt ressursgrunnlag for ambisjonane?",
      "How do members, actors and partners give the ambitions a good resource base?",
    ),
    {
      max: 2500,
      rows: 8,
      hint: t(
        "Tenk på kompetanse, penger, utstyr, nettverk og tid.",
        "Tenk på kompetanse, pengar, utstyr, nettverk og tid.",
        "Think of skills, money, equipment, networks and time.",
      ),
    },
  ),
});
