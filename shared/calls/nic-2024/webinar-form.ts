import { same, t } from "#shared/domain/text.ts";
import { defineForm, email, radio, section, text } from "#shared/form/define.ts";

export const webinar = defineForm({
  id: "nic-2024-webinar",
  version: 1,
  title: t("Påmelding til søkewebinar", "Påmelding til søkjarwebinar", "Sign up for the applicant webinar"),
  sections: {
    signUp: section(t("Påmelding", "Påmelding", "Sign-up"), {
      name: text(t("Navn", "Namn", "Name"), {
        max: 100,
        autocomplete: "name",
        missing: t("Skriv navnet ditt", "Skriv namnet ditt", "Enter your name"),
      }),
      email: email(t("E-postadresse", "E-postadresse", "E-mail address"), {
        hint: t(
          "Hit sender vi bekreftelse og kalenderinvitasjon",
          "Hit sender vi stadfesting og kalenderinvitasjon",
          "We send the confirmation and the calendar invitation here",
        ),
        missing: t("Skriv e-postadressen din", "Skriv e-postadressa di", "Enter your e-mail address"),
      }),
      organisation: text(t("Virksomhet", "Verksemd", "Organisation"), {
        max: 200,
        optional: true,
        autocomplete: "organization",
      }),
      language: radio(t("Språk i e-post fra oss", "Språk i e-post frå oss", "Language of our e-mails"), {
        options: { nb: same("Bokmål"), nn: same("Nynorsk"), en: same("English") },
        missing: t("Velg språk", "Vel språk", "Choose a language"),
      }),
    }),
  },
});
