import { t } from "#shared/domain/text.ts";
import {
  checkboxes,
  date,
  decimal,
  email,
  group,
  integer,
  longText,
  orgNumber,
  phone,
  radio,
  section,
  select,
  table,
  text,
} from "#shared/form/fields.ts";
import { effectGoals, memberCategories, years, yesNo } from "./choices.ts";

export const applicant = section(t("Søker", "Søkjar", "Applicant"), {
  organisation: text(
    t("Navn på virksomheten som søker", "Namn på verksemda som søkjer", "Name of the applying organisation"),
    {
      max: 200,
      autocomplete: "organization",
      hint: t(
        "Den juridiske enheten som driver klyngen",
        "Den juridiske eininga som driv klynga",
        "The legal entity that operates the cluster",
      ),
      missing: t(
        "Skriv navnet på virksomheten",
        "Skriv namnet på verksemda",
        "Enter the name of the organisation",
      ),
    },
  ),
  organisationNumber: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
    hint: t(
      "9 siffer, slik det står i Enhetsregisteret",
      "9 siffer, slik det står i Einingsregisteret",
      "9 digits, as in the Norwegian register of entities",
    ),
    missing: t("Skriv organisasjonsnummeret", "Skriv organisasjonsnummeret", "Enter the organisation number"),
  }),
  contact: text(t("Kontaktperson", "Kontaktperson", "Contact person"), {
    max: 100,
    autocomplete: "name",
    missing: t(
      "Skriv navnet på kontaktpersonen",
      "Skriv namnet på kontaktpersonen",
      "Enter the name of the contact person",
    ),
  }),
  email: email(t("E-postadresse", "E-postadresse", "E-mail address"), {
    hint: t("Kvitteringen sendes hit", "Kvitteringa blir send hit", "The receipt is sent here"),
    missing: t("Skriv e-postadressen", "Skriv e-postadressa", "Enter the e-mail address"),
  }),
  phone: phone(t("Telefonnummer", "Telefonnummer", "Phone number"), {
    missing: t("Skriv telefonnummeret", "Skriv telefonnummeret", "Enter the phone number"),
  }),
});

export const cluster = section(t("Klyngen", "Klynga", "The cluster"), {
  name: text(t("Navn på klyngen", "Namn på klynga", "Name of the cluster"), {
    max: 100,
    missing: t("Skriv navnet på klyngen", "Skriv namnet på klynga", "Enter the name of the cluster"),
  }),
  area: text(t("Geografisk område", "Geografisk område", "Geographic area"), {
    max: 200,
    hint: t(
      "Fylker eller kommuner der klyngen har tyngden sin",
      "Fylke eller kommunar der klynga har tyngda si",
      "Counties or municipalities where the cluster is strongest",
    ),
  }),
  startedIn: integer(
    t("Året samarbeidet startet", "Året samarbeidet starta", "Year the collaboration started"),
    {
      min: 1950,
      max: 2024,
      isYear: true,
      optional: true,
    },
  ),
  summary: longText(t("Kort om klyngen", "Kort om klynga", "The cluster in brief"), {
    max: 1500,
    rows: 8,
    hint: t(
      "Kan bli offentlig. Ikke skriv forretningshemmeligheter.",
      "Kan bli offentleg. Ikkje skriv forretningsløyndommar.",
      "May be published. Leave out business secrets.",
    ),
  }),
  earlier: radio(
    t(
      "Har klyngen vært i klyngeprogrammet før?",
      "Har klynga vore i klyngeprogrammet før?",
      "Has the cluster been in the programme before?",
    ),
    {
      options: yesNo,
      hint: t("Det er ikke et krav.", "Det er ikkje eit krav.", "It is not a requirement."),
    },
  ),
  earlierResults: longText(
    t("Hva kom ut av den perioden?", "Kva kom ut av den perioden?", "What came of that period?"),
    {
      max: 2000,
      showIf: { when: "cluster.earlier", is: ["yes"] },
    },
  ),
});

export const members = section(t("Medlemmer", "Medlemmer", "Members"), {
  list: group(t("Medlemmer i klyngen", "Medlemmer i klynga", "Members of the cluster"), {
    min: 2,
    max: 200,
    item: t("Medlem", "Medlem", "Member"),
    add: t("Legg til medlem", "Legg til medlem", "Add a member"),
    hint: t(
      "Minst to medlemmer, og minst én bedrift",
      "Minst to medlemmer, og minst éi bedrift",
      "At least two members, and at least one business",
    ),
    fields: {
      name: text(t("Navn", "Namn", "Name"), { max: 200 }),
      organisationNumber: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
        optional: true,
      }),
      category: select(t("Type aktør", "Type aktør", "Kind of member"), { options: memberCategories }),
      role: text(t("Rolle i klyngen", "Rolle i klynga", "Role in the cluster"), { max: 300, optional: true }),
    },
  }),
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
      missing: t("Velg minst ett effektmål", "Vel minst eitt effektmål", "Choose at least one goal"),
    },
  ),
  results: group(t("Resultatmål", "Resultatmål", "Result goals"), {
    min: 1,
    max: 20,
    item: t("Resultatmål", "Resultatmål", "Result goal"),
    add: t("Legg til resultatmål", "Legg til resultatmål", "Add a result goal"),
    hint: t(
      "Målene skal være konkrete og kunne tallfestes",
      "Måla skal vere konkrete og kunne talfestast",
      "Goals must be concrete and measurable",
    ),
    fields: {
      indicator: text(t("Hva skal måles?", "Kva skal målast?", "What is measured?"), { max: 150 }),
      baseline: decimal(t("Verdi i dag", "Verdi i dag", "Value today"), {}),
      target: decimal(t("Målverdi", "Målverdi", "Target value"), {}),
      unit: text(t("Enhet", "Eining", "Unit"), { max: 30 }),
      due: date(t("Nås innen", "Nådd innan", "Reached by"), { from: "2024-07-01", to: "2028-12-31" }),
    },
  }),
});

export const budget = section(
  t("Budsjett", "Budsjett", "Budget"),
  {
    start: date(t("Oppstart", "Oppstart", "Start date"), { from: "2024-07-01", to: "2025-06-30" }),
    costs: table(t("Kostnader", "Kostnader", "Costs"), {
      rows: {
        facilitation: t(
          "Samarbeid og tilrettelegging",
          "Samarbeid og tilrettelegging",
          "Cooperation and facilitation",
        ),
        marketing: t("Markedsføring av klyngen", "Marknadsføring av klynga", "Marketing of the cluster"),
        training: t(
          "Lokaler, opplæring og arrangementer",
          "Lokale, opplæring og arrangement",
          "Facilities, training and events",
        ),
      },
      columns: years,
    }),
    financing: table(t("Finansiering", "Finansiering", "Financing"), {
      rows: {
        applied: t("Søknadsbeløp", "Søknadsbeløp", "Amount applied for"),
        own: t(
          "Egenfinansiering og kontingent",
          "Eigenfinansiering og kontingent",
          "Own funding and member fees",
        ),
        other: t("Andre kilder", "Andre kjelder", "Other sources"),
      },
      columns: years,
    }),
    comments: longText(
      t("Kommentarer til budsjettet", "Kommentarar til budsjettet", "Comments on the budget"),
      { max: 800, optional: true },
    ),
  },
  {
    intro: t(
      "Hele kroner. Tomme ruter regnes som 0.",
      "Heile kroner. Tomme ruter blir rekna som 0.",
      "Whole NOK. Empty cells count as 0.",
    ),
  },
);

export const declarations = section(t("Erklæringer", "Erklæringar", "Declarations"), {
  confirmed: checkboxes(t("Vi bekrefter at", "Vi stadfestar at", "We confirm that"), {
    min: 3,
    options: {
      true: t("opplysningene er riktige", "opplysningane er rette", "the information is correct"),
      authority: t(
        "den som sender, har fullmakt til å søke for virksomheten",
        "den som sender, har fullmakt til å søkje for verksemda",
        "the sender is authorised to apply for the organisation",
      ),
      access: t(
        "klyngens tilbud er åpent for flere på like vilkår",
        "tilbodet til klynga er ope for fleire på like vilkår",
        "what the cluster offers is open to others on equal terms",
      ),
    },
    missing: t("Kryss av for alle tre", "Kryss av for alle tre", "Tick all three"),
  }),
});
