import { same, t } from "#shared/domain/text.ts";
import { date, group, longText, section, select, text } from "#shared/form/define.ts";

export const explore = section(
  same("NIC Explore"),
  {
    previousWork: longText(
      t(
        "Hvilket tidligere arbeid i klyngen bygger dere videre på?",
        "Kva tidlegare arbeid i klynga byggjer de vidare på?",
        "Which earlier work in the cluster do you build on?",
      ),
      { max: 3000, rows: 8 },
    ),
    capacity: longText(
      t(
        "Ansvar og kapasitet for å utvikle og levere tjenestene",
        "Ansvar og kapasitet for å utvikle og levere tenestene",
        "Responsibility and capacity for developing and delivering the services",
      ),
      {
        max: 1500,
        hint: t(
          "Hvem gjør det, hvor mye tid har de, og hva kan de?",
          "Kven gjer det, kor mykje tid har dei, og kva kan dei?",
          "Who does it, how much time do they have, and what are their skills?",
        ),
      },
    ),
  },
  { levels: ["explore"] },
);

const states = {
  exists: t("Finnes i dag", "Finst i dag", "Exists today"),
  inDevelopment: t("Under utvikling", "Under utvikling", "In development"),
  planned: t("Planlagt", "Planlagd", "Planned"),
} as const;

const list = group(t("Tjenester til medlemmene", "Tenester til medlemmene", "Services to the members"), {
  min: 1,
  max: 20,
  requiredFor: ["explore"],
  item: t("Tjeneste", "Teneste", "Service"),
  add: t("Legg til tjeneste", "Legg til teneste", "Add a service"),
  missing: t("Legg til minst én tjeneste", "Legg til minst éi teneste", "Add at least one service"),
  fields: {
    name: text(t("Navn", "Namn", "Name"), {
      max: 100,
      missing: t("Skriv hva tjenesten heter", "Skriv kva tenesta heiter", "Enter the name of the service"),
    }),
    description: longText(t("Beskrivelse", "Beskriving", "Description"), { max: 800 }),
    targetGroup: text(t("Hvem den er for", "Kven ho er for", "Who it is for"), {
      max: 200,
      missing: t("Skriv hvem den er for", "Skriv kven ho er for", "Enter who it is for"),
    }),
    state: select(t("Status", "Status", "Status"), { options: states }),
    availableFrom: date(t("Tilgjengelig fra", "Tilgjengeleg frå", "Available from"), {
      from: "2000-01-01",
      to: "2030-12-31",
    }),
    financing: text(t("Hvordan den finansieres", "Korleis ho blir finansiert", "How it is paid for"), {
      max: 300,
      missing: t(
        "Skriv hvordan den finansieres",
        "Skriv korleis ho blir finansiert",
        "Enter how it is paid for",
      ),
    }),
  },
});

/** What a cluster gives its members; asked of Explore, and welcome from Impact. */
export const services = section(
  t("Merverdi og tjenester", "Meirverdi og tenester", "Added value and services"),
  {
    addedValue: longText(
      t(
        "Merverdi for bedriftene ut over å være en møteplass",
        "Meirverdi for bedriftene ut over å vere ein møteplass",
        "Added value for the companies beyond being a meeting place",
      ),
      { max: 3000, rows: 8, requiredFor: ["explore"] },
    ),
    list,
  },
  { levels: ["explore", "impact"] },
);
