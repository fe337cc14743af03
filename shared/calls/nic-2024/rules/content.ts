import { type Text, t } from "#shared/domain/text.ts";
import { rulesOf } from "#shared/form/define.ts";
import { memberCategories } from "../choices.ts";
import { sections } from "../sections/index.ts";

const rules = rulesOf(sections);

interface Actor {
  readonly category: keyof typeof memberCategories;
}

const isThere = (actors: readonly Actor[], category: string): boolean =>
  actors.some((actor) => actor.category === category);

const areHalfBusinesses = (actors: readonly Actor[]): boolean =>
  actors.filter(({ category }) => category === "business").length * 2 >= actors.length;

const isOnce = (numbers: readonly (string | undefined)[], number: string | undefined): boolean =>
  number === undefined || numbers.filter((other) => other === number).length === 1;

const lower = ({ nb, nn, en }: Text): Text => t(nb.toLowerCase(), nn.toLowerCase(), en.toLowerCase());

/** One warning for each group of actors that nobody on the list belongs to. */
const missingGroups = rules(
  Object.entries(memberCategories)
    .filter(([category]) => category !== "business")
    .map(([category, name]) => ({
      at: "members.list",
      warns: true,
      message: t(
        `Ingen på lista er ${lower(name).nb}`,
        `Ingen på lista er ${lower(name).nn}`,
        `The list has nobody of the kind “${name.en}”`,
      ),
      holds: ({ members: { list } }) => isThere(list, category),
    })),
);

const few = (what: Text): Text =>
  t(
    `Vi anbefaler minst tre ${what.nb}`,
    `Vi rår til minst tre ${what.nn}`,
    `We recommend at least three ${what.en}`,
  );

/** What the programme expects of members, goals and activities. */
export const contentRules = rules([
  {
    at: "members.list",
    message: t(
      "Minst ett medlem må være en bedrift",
      "Minst eitt medlem må vere ei bedrift",
      "At least one member must be a business",
    ),
    holds: ({ members: { list } }) => isThere(list, "business"),
  },
  {
    at: "members.list.organisationNumber",
    message: t(
      "Organisasjonsnummeret står på lista fra før",
      "Organisasjonsnummeret står på lista frå før",
      "The organisation number is on the list already",
    ),
    holdsFor: ({ organisationNumber }, { members }) =>
      isOnce(
        members.list.map((member) => member.organisationNumber),
        organisationNumber,
      ),
  },
  {
    at: "members.missingGroups",
    message: t(
      "Minst én aktørgruppe mangler på lista. Skriv hvordan den skal dekkes",
      "Minst éi aktørgruppe manglar på lista. Skriv korleis ho skal dekkjast",
      "At least one group of actors is missing on the list. Enter how it will be covered",
    ),
    holds: ({ members: { list, missingGroups } }) =>
      missingGroups !== undefined ||
      Object.keys(memberCategories).every((category) => isThere(list, category)),
  },
  ...missingGroups,
  {
    at: "members.list",
    warns: true,
    message: t(
      "Under halvparten av medlemmene er bedrifter",
      "Under halvparten av medlemmene er bedrifter",
      "Fewer than half of the members are businesses",
    ),
    holds: ({ members: { list } }) => areHalfBusinesses(list),
  },
  {
    at: "organisation.board",
    warns: true,
    message: t(
      "Under halvparten av styret kommer fra bedrifter",
      "Under halvparten av styret kjem frå bedrifter",
      "Fewer than half of the board come from businesses",
    ),
    holds: ({ organisation: { board } }) => areHalfBusinesses(board),
  },
  {
    at: "goals.results.target",
    message: t(
      "Målverdien må være en annen enn verdien i dag",
      "Målverdien må vere ein annan enn verdien i dag",
      "The target value must differ from the value today",
    ),
    holdsFor: ({ baseline, target }) => baseline !== target,
  },
  {
    at: "goals.results",
    warns: true,
    message: few(t("resultatmål", "resultatmål", "result goals")),
    holds: ({ goals: { results } }) => results.length >= 3,
  },
  {
    at: "goals.results.title",
    warns: true,
    message: t(
      "Ingen aktivitet bygger opp under dette målet",
      "Ingen aktivitet byggjer opp under dette målet",
      "No activity supports this goal",
    ),
    holdsFor: ({ id }, { activities }) =>
      activities === undefined || activities.list.some(({ goals }) => goals.includes(id)),
  },
  {
    at: "impact.results",
    warns: true,
    message: few(t("dokumenterte resultater", "dokumenterte resultat", "documented results")),
    holds: ({ impact: { results } }) => results.length >= 3,
  },
  {
    at: "impact.results.page",
    message: t(
      "Vis til en nettside eller et vedlegg for dette resultatet",
      "Vis til ei nettside eller eit vedlegg for dette resultatet",
      "Refer to a web page or an attachment for this result",
    ),
    holdsFor: ({ page, files }) => page !== undefined || files.length > 0,
  },
]);
