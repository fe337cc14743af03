import { t } from "#shared/domain/text.ts";
import { email, orgNumber, phone, section, text } from "#shared/form/define.ts";

export const applicant = section(t("Søker", "Søkjar", "Applicant"), {
  organisation: text(
    t("Navn på virksomheten som søker", "Namn på verksemda som søkjer", "Name of the applying organisation"),
    {
      max: 200,
      autocomplete: "organization",
      hint: t(
        "Den juridiske enheten som driver klyngen. Tilskudd kan bare gå til den.",
        "Den juridiske eininga som driv klynga. Tilskot kan berre gå til henne.",
        "The legal entity that operates the cluster. Only it can receive the grant.",
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
      "9 digits, as in the Norwegian register of entities (Enhetsregisteret)",
    ),
  }),
  contact: text(t("Kontaktperson", "Kontaktperson", "Contact person"), {
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
});
