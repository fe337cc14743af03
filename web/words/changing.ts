import type { Words } from "./words.ts";

const nb = {
  state: "Endres",
  /** Said as long as what was sent is being changed. */
  stands: (number: number, when: string) =>
    `Innsending ${number}, sendt ${when}, gjelder. Endringer teller ikke før de er sendt på nytt.`,
  /** Said when the deadline took what was not sent. */
  unsent: (number: number, when: string) =>
    `Innsending ${number}, sendt ${when}, gjelder. Endringer som ikke ble sendt før fristen, teller ikke.`,
  ways: "Endre eller trekke",
  change: "Endre søknaden",
  changeLead: "Det dere har sendt, gjelder til dere sender på nytt.",
  goOn: "Fortsett å endre",
  review: "Se gjennom og send på nytt",
  send: "Send på nytt",
  sendLead: (number: number) =>
    `Når vi har mottatt den nye innsendingen, gjelder den i stedet for innsending ${number}, og dere får kvittering her og på e-post.`,
  submissions: "Innsendinger",
  submission: (number: number) => `Innsending ${number}`,
  sent: (when: string) => `sendt ${when}`,
  standings: { counts: "Gjelder", replaced: "Erstattet", withdrawn: "Trukket" },
  counts: "Dette er den innsendingen som gjelder.",
  replaced: (number: number, when: string) => `Erstattet av innsending ${number}, sendt ${when}.`,
  withdrawn: (when: string) => `Trukket ${when}.`,
};

/** A sent application that is changed and sent again, and which submission counts. */
export const changingWords: Words<typeof nb> = {
  nb,
  nn: {
    state: "Blir endra",
    stands: (number, when) =>
      `Innsending ${number}, send ${when}, gjeld. Endringar tel ikkje før dei er sende på nytt.`,
    unsent: (number, when) =>
      `Innsending ${number}, send ${when}, gjeld. Endringar som ikkje vart sende før fristen, tel ikkje.`,
    ways: "Endre eller trekkje",
    change: "Endre søknaden",
    changeLead: "Det de har sendt, gjeld til de sender på nytt.",
    goOn: "Hald fram med å endre",
    review: "Sjå gjennom og send på nytt",
    send: "Send på nytt",
    sendLead: (number) =>
      `Når vi har motteke den nye innsendinga, gjeld ho i staden for innsending ${number}, og de får kvittering her og på e-post.`,
    submissions: "Innsendingar",
    submission: (number) => `Innsending ${number}`,
    sent: (when) => `send ${when}`,
    standings: { counts: "Gjeld", replaced: "Erstatta", withdrawn: "Trekt" },
    counts: "Dette er den innsendinga som gjeld.",
    replaced: (number, when) => `Erstatta av innsending ${number}, send ${when}.`,
    withdrawn: (when) => `Trekt ${when}.`,
  },
  en: {
    state: "Being changed",
    stands: (number, when) =>
      `Submission ${number}, sent ${when}, counts. Changes do not count until they are sent again.`,
    unsent: (number, when) =>
      `Submission ${number}, sent ${when}, counts. Changes that were not sent before the deadline do not count.`,
    ways: "Change or withdraw",
    change: "Change the application",
    changeLead: "What you have sent counts until you send again.",
    goOn: "Continue changing",
    review: "Review and send again",
    send: "Send again",
    sendLead: (number) =>
      `When we have received the new submission, it counts instead of submission ${number}, and you get a receipt here and by e-mail.`,
    submissions: "Submissions",
    submission: (number) => `Submission ${number}`,
    sent: (when) => `sent ${when}`,
    standings: { counts: "Counts", replaced: "Replaced", withdrawn: "Withdrawn" },
    counts: "This is the submission that counts.",
    replaced: (number, when) => `Replaced by submission ${number}, sent ${when}.`,
    withdrawn: (when) => `Withdrawn ${when}.`,
  },
};
