// What staff may change of a webinar, each by a form of its own.
import { t } from "#shared/domain/text.ts";
import { date, defineForm, integer, section, time, url } from "#shared/form/define.ts";

const formOf = <const F extends Parameters<typeof section>[1]>(id: string, fields: F) => {
  const title = t("Webinar", "Webinar", "Webinar");
  return defineForm({ id, version: 1, title, sections: { webinar: section(title, fields) } });
};

export const fields = {
  places: integer(t("Antall plasser", "Talet på plassar", "Number of places"), {
    min: 1,
    max: 100_000,
    hint: t(
      "Det kan bare bli flere. De som venter, får plass med en gang",
      "Det kan berre bli fleire. Dei som ventar, får plass med ein gong",
      "There can only be more. Those who wait get a place at once",
    ),
    missing: t("Skriv et tall", "Skriv eit tal", "Enter a number"),
  }),
  joinLink: url(t("Lenke for å bli med", "Lenkje for å bli med", "Link to join"), {
    hint: t(
      "Begynner med https://. Sendes bare til dem som har plass",
      "Byrjar med https://. Blir berre send til dei som har plass",
      "Begins with https://. Goes only to those who have a place",
    ),
    missing: t("Lim inn lenken", "Lim inn lenkja", "Paste the link"),
  }),
  recording: url(t("Lenke til opptaket", "Lenkje til opptaket", "Link to the recording"), {
    hint: t(
      "Begynner med https://. Vises på utlysningssiden for alle",
      "Byrjar med https://. Blir vist på utlysingssida for alle",
      "Begins with https://. Shown to everybody on the page of the call",
    ),
    missing: t("Lim inn lenken", "Lim inn lenkja", "Paste the link"),
  }),
  date: date(t("Dato", "Dato", "Date"), {}),
  starts: time(t("Begynner klokken", "Byrjar klokka", "Begins at"), {
    hint: t(
      "Norsk tid, for eksempel 12.00",
      "Norsk tid, til dømes 12.00",
      "Norwegian time, for example 12:00",
    ),
  }),
  ends: time(t("Slutter klokken", "Sluttar klokka", "Ends at"), {}),
  signUpDate: date(t("Siste dag for påmelding", "Siste dag for påmelding", "Last day of sign-up"), {}),
  signUpTime: time(t("Påmelding til klokken", "Påmelding til klokka", "Sign-up until"), {
    optional: true,
    hint: t("La stå tom for hele dagen", "La stå tom for heile dagen", "Leave empty for the whole day"),
  }),
} as const;

const { places, joinLink, recording, ...whenFields } = fields;

export const webinarForms = {
  places: formOf("webinar-places", { places }),
  "join-link": formOf("webinar-join-link", { joinLink }),
  recording: formOf("webinar-recording", { recording }),
  move: formOf("webinar-move", whenFields),
} as const;

export type FormName = keyof typeof webinarForms;
