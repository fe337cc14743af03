import { same, t } from "#shared/domain/text.ts";
import {
  checkboxes,
  email,
  group,
  integer,
  longText,
  orgNumber,
  phone,
  radio,
  section,
  select,
  text,
} from "#shared/form/define.ts";
import { earlierLevels, yesNo } from "../choices.ts";

const organisationNumber = orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
  fills: { name: "organisation", form: "organisationForm", address: "address" },
  hint: t(
    "9 siffer, slik det står i Enhetsregisteret. Søkeren er den juridiske enheten som driver klyngen.",
    "9 siffer, slik det står i Einingsregisteret. Søkjaren er den juridiske eininga som driv klynga.",
    "9 digits, as in the Norwegian register of entities. The applicant is the legal entity that operates the cluster.",
  ),
});

const organisation = text(t("Navn på virksomheten", "Namn på verksemda", "Name of the organisation"), {
  max: 200,
  autocomplete: "organization",
  missing: t(
    "Skriv navnet på virksomheten",
    "Skriv namnet på verksemda",
    "Enter the name of the organisation",
  ),
});

const organisationForm = text(t("Organisasjonsform", "Organisasjonsform", "Legal form"), {
  max: 100,
  optional: true,
  hint: t(
    "For eksempel aksjeselskap, samvirkeforetak eller forening",
    "Til dømes aksjeselskap, samvirkeføretak eller foreining",
    "For example limited company, cooperative or association",
  ),
});

const address = text(t("Forretningsadresse", "Forretningsadresse", "Business address"), {
  max: 300,
  optional: true,
  autocomplete: "street-address",
});

const operator = checkboxes(t("Hvem som søker", "Kven som søkjer", "Who applies"), {
  min: 1,
  options: {
    operates: t(
      "Søkeren er den juridiske enheten som driver klyngen",
      "Søkjaren er den juridiske eininga som driv klynga",
      "The applicant is the legal entity that operates the cluster",
    ),
  },
  hint: t(
    "Tilskudd kan bare gå til den som driver klyngen.",
    "Tilskot kan berre gå til den som driv klynga.",
    "Only the one who operates the cluster can receive a grant.",
  ),
  missing: t(
    "Kryss av for at søkeren driver klyngen. Er det en annen som driver den, er det de som må søke",
    "Kryss av for at søkjaren driv klynga. Er det ein annan som driv henne, er det dei som må søkje",
    "Tick that the applicant operates the cluster. If somebody else does, they must apply",
  ),
});

const contact = text(t("Kontaktperson", "Kontaktperson", "Contact person"), {
  max: 100,
  autocomplete: "name",
  hint: t(
    "Den vi kan spørre når noe i søknaden er uklart",
    "Den vi kan spørje når noko i søknaden er uklart",
    "The person we can ask when something in the application is unclear",
  ),
  missing: t(
    "Skriv navnet på kontaktpersonen",
    "Skriv namnet på kontaktpersonen",
    "Enter the name of the contact person",
  ),
});

const levelReason = longText(
  t(
    "Hvorfor passer dette programnivået til klyngens modenhet?",
    "Kvifor passar dette programnivået til modenskapen til klynga?",
    "Why does this level fit the maturity of the cluster?",
  ),
  {
    max: 1500,
    hint: t(
      "Si hvor langt dere er kommet, og hva dere trenger for å komme videre.",
      "Sei kor langt de er komne, og kva de treng for å kome vidare.",
      "Say how far you have come, and what you need to get further.",
    ),
  },
);

const earlier = radio(
  t(
    "Har klyngen vært i klyngeprogrammet før?",
    "Har klynga vore i klyngeprogrammet før?",
    "Has the cluster been in the cluster programme before?",
  ),
  {
    options: yesNo,
    hint: t(
      "Det er ikke et krav: Dere kan søke på et høyere nivå uten å ha vært på et lavere.",
      "Det er ikkje eit krav: De kan søkje på eit høgare nivå utan å ha vore på eit lågare.",
      "It is not a requirement: you can apply to a higher level without having been at a lower one.",
    ),
    missing: t("Velg ja eller nei", "Vel ja eller nei", "Choose yes or no"),
  },
);

const year = { min: 2002, max: 2024, isYear: true } as const;

const periods = group(t("Perioder i programmet", "Periodar i programmet", "Periods in the programme"), {
  showIf: { when: "applicant.earlier", is: ["yes"] },
  min: 1,
  max: 10,
  item: t("Periode", "Periode", "Period"),
  add: t("Legg til periode", "Legg til periode", "Add a period"),
  hint: t(
    "En klynge kan få støtte i høyst ti år til sammen.",
    "Ei klynge kan få støtte i høgst ti år til saman.",
    "A cluster can be supported for at most ten years in all.",
  ),
  missing: t("Legg til minst én periode", "Legg til minst éin periode", "Add at least one period"),
  fields: {
    level: select(t("Nivå", "Nivå", "Level"), { options: earlierLevels }),
    from: integer(t("Fra år", "Frå år", "From year"), year),
    to: integer(t("Til år", "Til år", "To year"), { ...year, max: 2034 }),
  },
});

export const applicant = section(t("Søker", "Søkjar", "Applicant"), {
  organisationNumber,
  organisation,
  organisationForm,
  address,
  operator,
  contact,
  contactRole: text(t("Rolle i klyngen", "Rolle i klynga", "Role in the cluster"), {
    max: 100,
    optional: true,
    autocomplete: "organization-title",
  }),
  email: email(t("E-postadresse", "E-postadresse", "E-mail address"), {
    hint: t("Kvitteringen sendes hit", "Kvitteringa blir send hit", "The receipt is sent here"),
  }),
  phone: phone(t("Telefonnummer", "Telefonnummer", "Phone number"), {
    hint: t(
      "8 siffer. Skriv landkoden også hvis nummeret ikke er norsk.",
      "8 siffer. Skriv landkoden òg dersom nummeret ikkje er norsk.",
      "8 digits. Include the country code if the number is not Norwegian.",
    ),
  }),
  language: radio(t("Språk i svar fra oss", "Språk i svar frå oss", "Language of our replies"), {
    options: { nb: same("Bokmål"), nn: same("Nynorsk"), en: same("English") },
    missing: t("Velg språk", "Vel språk", "Choose a language"),
  }),
  levelReason,
  earlier,
  periods,
});
