import { type Around, type Content, type Letter, questionsTo } from "./letter.ts";
import { quoted, typed } from "./typed.ts";
import { webinarFacts, webinarTime } from "./webinar-letters.ts";

type ToHolder = Content<
  | "registration"
  | "registration-waiting"
  | "registration-cancelled"
  | "registration-link"
  | "webinar-changed"
  | "webinar-called-off"
  | "webinar-soon"
  | "webinar-thanks"
  | "webinar-circular"
  | "webinar-circular-trial"
>;

/** As long as staff may write. */
const longestReason = 500;

const hello = { nb: "Hei", nn: "Hei", en: "Hello" } as const;

/** Whether there is something for them to come to: where it is says nothing to whoever has cancelled, or when it is called off. */
const mayCome = (content: ToHolder): boolean => {
  if (content.kind === "registration-link") return content.state !== "cancelled";
  if ("calledOff" in content) return !content.calledOff;
  return content.kind !== "registration-cancelled" && content.kind !== "webinar-called-off";
};

/** What all letters to somebody who has signed up have alike. */
export const toHolder = (
  content: ToHolder,
  around: Around,
  { subject, paragraphs }: Pick<Letter, "subject" | "paragraphs">,
): Letter => ({
  subject: `${subject}: ${around.call.webinar.title[around.language]}`,
  greeting: `${hello[around.language]}, ${typed(content.name)}.`,
  paragraphs,
  facts: (mayCome(content) ? webinarFacts : webinarTime)(content.webinar, around),
  closing: questionsTo(around),
});

const manage = {
  nb: "Se, endre eller avbestill påmeldingen",
  nn: "Sjå, endre eller avbestill påmeldinga",
  en: "See, change or cancel your registration",
} as const;

const manageLink = (
  { registrationId, key }: Extract<ToHolder, { key: string }>,
  { language, siteUrl }: Around,
): NonNullable<Letter["link"]> => ({
  label: manage[language],
  href: `${siteUrl}/${language}/registrations/${registrationId}?key=${key}`,
});

export const registration = (content: Content<"registration">, around: Around): Letter => {
  const words = {
    nb: {
      subject: "Du er påmeldt",
      thanks: "Takk for påmeldingen. Du har plass.",
      promoted: "En plass er blitt ledig, og den er din. Du er ikke lenger på venteliste.",
      text: "Invitasjonen ligger ved, så du kan legge webinaret i kalenderen. Kan du ikke komme likevel, meld deg av, så får en annen plassen.",
    },
    nn: {
      subject: "Du er påmeld",
      thanks: "Takk for påmeldinga. Du har plass.",
      promoted: "Ein plass har vorte ledig, og han er din. Du er ikkje lenger på venteliste.",
      text: "Invitasjonen ligg ved, så du kan leggje webinaret i kalenderen. Kan du ikkje kome likevel, meld deg av, så får ein annan plassen.",
    },
    en: {
      subject: "You are registered",
      thanks: "Thank you for signing up. You have a place.",
      promoted: "A place has become free, and it is yours. You are no longer on the waiting list.",
      text: "The invitation is attached, so that you can add the webinar to your calendar. If you cannot come after all, please cancel, so that somebody else gets the place.",
    },
  }[around.language];
  const paragraphs = [content.promoted ? words.promoted : words.thanks, words.text];
  return {
    ...toHolder(content, around, { subject: words.subject, paragraphs }),
    link: manageLink(content, around),
  };
};

/** No invitation goes with it: a place in a calendar would say that the place is theirs. */
export const registrationWaiting = (content: Content<"registration-waiting">, around: Around): Letter => {
  const words = {
    nb: {
      subject: "Du står på venteliste",
      paragraphs: [
        "Takk for påmeldingen. Alle plassene er tatt, så du har ikke plass ennå. Du står på venteliste i den rekkefølgen påmeldingene kom.",
        "Blir det plass til deg, får du en e-post med invitasjon med en gang. Hører du ikke fra oss, har du ikke fått plass.",
      ],
    },
    nn: {
      subject: "Du står på venteliste",
      paragraphs: [
        "Takk for påmeldinga. Alle plassane er tekne, så du har ikkje plass enno. Du står på venteliste i den rekkjefølgja påmeldingane kom.",
        "Blir det plass til deg, får du ein e-post med invitasjon med ein gong. Høyrer du ikkje frå oss, har du ikkje fått plass.",
      ],
    },
    en: {
      subject: "You are on the waiting list",
      paragraphs: [
        "Thank you for signing up. All places are taken, so you do not have one yet. You are on the waiting list, which goes by when each sign-up arrived.",
        "If there is a place for you, you get an e-mail with an invitation at once. If you do not hear from us, you have not got a place.",
      ],
    },
  }[around.language];
  return { ...toHolder(content, around, words), link: manageLink(content, around) };
};

export const registrationCancelled = (content: Content<"registration-cancelled">, around: Around): Letter => {
  const { call, language, siteUrl } = around;
  const words = {
    nb: {
      subject: "Du er avmeldt",
      place: "Påmeldingen din er avbestilt, og plassen er gitt fri.",
      byStaff: "Vi har avbestilt påmeldingen din, med denne begrunnelsen:",
      line: "Du er tatt av ventelisten.",
      again: "Ombestemmer du deg, kan du melde deg på igjen innen fristen.",
      link: "Til utlysningen",
    },
    nn: {
      subject: "Du er avmeld",
      place: "Påmeldinga di er avbestilt, og plassen er gitt fri.",
      byStaff: "Vi har avbestilt påmeldinga di, med denne grunngivinga:",
      line: "Du er teken av ventelista.",
      again: "Ombestemmer du deg, kan du melde deg på igjen innan fristen.",
      link: "Til utlysinga",
    },
    en: {
      subject: "You are no longer registered",
      place: "Your registration is cancelled and the place given up.",
      byStaff: "We have cancelled your registration, for this reason:",
      line: "You have been taken off the waiting list.",
      again: "If you change your mind, you can sign up again before the deadline.",
      link: "To the call",
    },
  }[language];
  const what = content.hadPlace ? words.place : words.line;
  const paragraphs = content.because
    ? [`${words.byStaff} ${quoted(content.because, longestReason)}`, words.again]
    : [what, words.again];
  return {
    ...toHolder(content, around, { subject: words.subject, paragraphs }),
    link: { label: words.link, href: `${siteUrl}/${language}/calls/${call.id}` },
  };
};

/** Tells the holder of the address what the page told nobody: how they stand. */
export const registrationLink = (content: Content<"registration-link">, around: Around): Letter => {
  const words = {
    nb: {
      subject: "Lenke til påmeldingen din",
      asked: "Du har bedt om lenken til påmeldingen din.",
      "signed-up-again":
        "Noen har fylt ut påmeldingen med din adresse en gang til. Du var påmeldt fra før, og ingenting er endret. Bruk lenken hvis noe skal rettes.",
      registered: "Du er påmeldt og har plass.",
      waiting: "Du står på venteliste og har ikke plass ennå.",
      cancelled: "Du er ikke påmeldt. Du kan melde deg på igjen så lenge påmeldingen er åpen.",
    },
    nn: {
      subject: "Lenkje til påmeldinga di",
      asked: "Du har bede om lenkja til påmeldinga di.",
      "signed-up-again":
        "Nokon har fylt ut påmeldinga med di adresse éin gong til. Du var påmeld frå før, og ingenting er endra. Bruk lenkja om noko skal rettast.",
      registered: "Du er påmeld og har plass.",
      waiting: "Du står på venteliste og har ikkje plass enno.",
      cancelled: "Du er ikkje påmeld. Du kan melde deg på igjen så lenge påmeldinga er open.",
    },
    en: {
      subject: "Link to your registration",
      asked: "You have asked for the link to your registration.",
      "signed-up-again":
        "Somebody has filled in the sign-up with your address once more. You had signed up before, and nothing is changed. Use the link if something is to be corrected.",
      registered: "You are registered and have a place.",
      waiting: "You are on the waiting list and do not have a place yet.",
      cancelled: "You are not registered. You can sign up again while sign-up is open.",
    },
  }[around.language];
  const paragraphs = [words[content.because], words[content.state]];
  return {
    ...toHolder(content, around, { subject: words.subject, paragraphs }),
    link: manageLink(content, around),
  };
};
