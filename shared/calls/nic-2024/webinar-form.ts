import { same, t } from "#shared/domain/text.ts";
import { defineForm, email, longText, orgNumber, radio, section, text } from "#shared/form/define.ts";
import { call } from "./call.ts";

const { connect, explore, impact } = call.levels;

export const webinar = defineForm({
  id: "nic-2024-webinar",
  version: 2,
  title: t("Påmelding til søkewebinar", "Påmelding til søkjarwebinar", "Sign up for the applicant webinar"),
  sections: {
    signUp: section(t("Påmelding", "Påmelding", "Sign-up"), {
      name: text(t("Navn", "Namn", "Name"), {
        max: 100,
        autocomplete: "name",
        missing: t("Skriv navnet ditt", "Skriv namnet ditt", "Enter your name"),
      }),
      email: email(t("E-postadresse på jobb", "E-postadresse på jobb", "Work e-mail address"), {
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
      organisationNumber: orgNumber(t("Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"), {
        optional: true,
      }),
      role: text(t("Rollen din", "Rolla di", "Your role"), {
        max: 100,
        optional: true,
        autocomplete: "organization-title",
      }),
      interest: radio(
        t(
          "Hvilket programnivå er mest aktuelt?",
          "Kva programnivå er mest aktuelt?",
          "Which programme level interests you most?",
        ),
        {
          options: {
            connect: connect.name,
            explore: explore.name,
            impact: impact.name,
            undecided: t("Vet ikke ennå", "Veit ikkje enno", "Not decided yet"),
          },
          missing: t(
            "Velg et programnivå, eller at du ikke vet ennå",
            "Vel eit programnivå, eller at du ikkje veit enno",
            "Choose a level, or that you have not decided yet",
          ),
        },
      ),
      questions: longText(
        t("Spørsmål til webinaret", "Spørsmål til webinaret", "Questions for the webinar"),
        {
          max: 1000,
          rows: 4,
          optional: true,
          hint: t(
            "De som holder webinaret, leser spørsmålene på forhånd",
            "Dei som held webinaret, les spørsmåla på førehand",
            "Those who hold the webinar read the questions beforehand",
          ),
        },
      ),
      needs: longText(t("Behov for tilrettelegging", "Behov for tilrettelegging", "Accessibility needs"), {
        max: 500,
        rows: 3,
        optional: true,
        hint: t(
          "For eksempel teksting eller tegnspråktolk. Lagres for seg, leses bare av dem som legger til rette, og slettes sju dager etter webinaret",
          "Til dømes teksting eller teiknspråktolk. Blir lagra for seg, berre lese av dei som legg til rette, og sletta sju dagar etter webinaret",
          "For example captions or a sign language interpreter. Stored apart, read only by those who arrange it, and deleted seven days after the webinar",
        ),
      }),
      language: radio(t("Språk i e-post fra oss", "Språk i e-post frå oss", "Language of our e-mails"), {
        options: { nb: same("Bokmål"), nn: same("Nynorsk"), en: same("English") },
        missing: t("Velg språk", "Vel språk", "Choose a language"),
      }),
    }),
  },
});
