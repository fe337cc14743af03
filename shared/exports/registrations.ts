import type { Registration } from "#shared/domain/registration.ts";
import { t } from "#shared/domain/text.ts";
import { moment, text } from "./fact.ts";

/** Each person, and nothing that opens their registration. */
export const registrations = {
  key: "registrations",
  name: t("Påmeldinger", "Påmeldingar", "Registrations"),
  facts: [
    text<Registration>("name", t("Navn", "Namn", "Name"), ({ name }) => name),
    text<Registration>("email", t("E-post", "E-post", "E-mail"), ({ email }) => email),
    text<Registration>(
      "organisation",
      t("Virksomhet", "Verksemd", "Organisation"),
      (one) => one.organisation,
    ),
    text<Registration>(
      "organisationNumber",
      t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"),
      (one) => one.organisationNumber,
    ),
    text<Registration>("role", t("Rolle", "Rolle", "Role"), ({ role }) => role),
    text<Registration>(
      "interest",
      t("Mest aktuelt programnivå", "Mest aktuelt programnivå", "Most relevant level"),
      ({ interest }) => interest,
    ),
    text<Registration>("questions", t("Spørsmål", "Spørsmål", "Questions"), ({ questions }) => questions),
    text<Registration>("language", t("Språk", "Språk", "Language"), ({ language }) => language),
    text<Registration>("state", t("Tilstand", "Tilstand", "State"), ({ state }) => state),
    ...moment<Registration>("registeredAt", t("Påmeldt", "Påmeld", "Registered"), (one) => one.registeredAt),
    ...moment<Registration>(
      "promotedAt",
      t("Fikk plass fra venteliste", "Fekk plass frå venteliste", "Given a place from the waiting list"),
      (one) => one.promotedAt,
    ),
    ...moment<Registration>("cancelledAt", t("Avmeldt", "Avmeld", "Cancelled"), (one) => one.cancelledAt),
  ],
};
