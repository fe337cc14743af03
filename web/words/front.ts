import type { Words } from "./words.ts";

const nb = {
  title: "Utlysninger",
  lead: "Her kan virksomheter og klynger søke om opptak. Søknaden skrives på nett, lagres underveis og kan gjøres ferdig i ro og mak fram til fristen.",
  none: "Ingen utlysninger er lagt ut nå.",
  read: "Les om utlysningen",
  howTitle: "Slik virker det",
  how: [
    ["Logg inn og velg programnivå", "Søknaden opprettes på Min side. Dere kan ha flere i gang samtidig."],
    [
      "Skriv når det passer",
      "Alt lagres mens dere skriver. Dere kan gå fra søknaden og fortsette på en annen maskin.",
    ],
    ["Send før fristen", "Dere får kvittering med referanse og nøyaktig tidspunkt, på siden og i en e-post."],
  ],
};

export const frontWords: Words<typeof nb> = {
  nb,
  nn: {
    title: "Utlysingar",
    lead: "Her kan verksemder og klynger søkje om opptak. Søknaden blir skriven på nett, lagra undervegs og kan gjerast ferdig i ro og mak fram til fristen.",
    none: "Ingen utlysingar er lagde ut no.",
    read: "Les om utlysinga",
    howTitle: "Slik verkar det",
    how: [
      ["Logg inn og vel programnivå", "Søknaden blir oppretta på Mi side. De kan ha fleire i gang samtidig."],
      [
        "Skriv når det passar",
        "Alt blir lagra medan de skriv. De kan gå frå søknaden og halde fram på ei anna maskin.",
      ],
      ["Send før fristen", "De får kvittering med referanse og nøyaktig tidspunkt, på sida og i ein e-post."],
    ],
  },
  en: {
    title: "Calls",
    lead: "Organisations and clusters apply for admission here. The application is written online, saved as you go, and can be finished at your own pace until the deadline.",
    none: "There are no calls at present.",
    read: "Read about the call",
    howTitle: "How it works",
    how: [
      [
        "Sign in and choose a level",
        "The application is created on My page. You may have several under way.",
      ],
      [
        "Write when it suits you",
        "Everything is saved while you write. You can leave it and go on from another device.",
      ],
      [
        "Send it before the deadline",
        "You get a receipt with a reference and the exact time, on the page and by e-mail.",
      ],
    ],
  },
};
