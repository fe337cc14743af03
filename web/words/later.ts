import type { Words } from "./words.ts";

const failed = {
  nb: "Ikke lagret: vi får ikke kontakt. Prøv igjen om litt.",
  nn: "Ikkje lagra: vi får ikkje kontakt. Prøv igjen om litt.",
  en: "Not saved: we cannot reach the server. Try again in a moment.",
};

const nb = {
  failed: failed.nb,
  extend: "Gi utsettelse",
  extendLead: (deadline: string) =>
    `Fristen for denne søknaden er nå ${deadline}. Den nye fristen gjelder bare denne søknaden og kan ikke tas tilbake.`,
  extendFollows: "Eieren og de kollegaene som kan skrive, får e-post med begge fristene og begrunnelsen.",
  isExtended: "Utsatt",
  title: "Søknadsfrist",
  now: "Fristen nå",
  propose: "Foreslå ny frist",
  proposeLead:
    "Den nye fristen gjelder alle søknader. En annen saksbehandler må godkjenne den før noe endres, og den kan ikke tas tilbake etterpå. Begrunnelsen vises på utlysningssiden og står i e-posten til søkerne.",
  proposed: "Foreslått ny frist",
  to: "Ny frist",
  reason: "Begrunnelse",
  proposedBy: "Foreslått av",
  byOn: (name: string, when: string) => `${name}, ${when}`,
  follows: "Hva som skjer når fristen flyttes",
  drafts: (count: number) => `${count} utkast kan skrives og sendes fram til den nye fristen`,
  expired: (count: number) =>
    count === 1
      ? "1 utkast som ikke ble sendt i tide, åpnes igjen"
      : `${count} utkast som ikke ble sendt i tide, åpnes igjen`,
  submitted: (count: number) =>
    count === 1
      ? "1 søknad er sendt og står som den er, men kan endres"
      : `${count} søknader er sendt og står som de er, men kan endres`,
  told: "Fristen gjelder fra den godkjennes. Utkast åpnes og e-post sendes ved neste kvarter. Den som har en senere frist fra før, beholder den.",
  approve: "Godkjenn den nye fristen",
  drop: "Trekk forslaget",
  anotherApproves: "Du foreslo dette selv. En annen saksbehandler må godkjenne det.",
  moves: "Slik er fristen flyttet",
  from: "Fra",
  approvedBy: "Godkjent av",
  neverMoved: "Fristen er ikke flyttet.",
};

/** Later deadlines, for one application or for all of a call, as staff give them. */
export const laterWords: Words<typeof nb> = {
  nb,
  nn: {
    failed: failed.nn,
    extend: "Gi utsetjing",
    extendLead: (deadline) =>
      `Fristen for denne søknaden er no ${deadline}. Den nye fristen gjeld berre denne søknaden og kan ikkje takast tilbake.`,
    extendFollows: "Eigaren og dei kollegaene som kan skrive, får e-post med begge fristane og grunngivinga.",
    isExtended: "Utsett",
    title: "Søknadsfrist",
    now: "Fristen no",
    propose: "Foreslå ny frist",
    proposeLead:
      "Den nye fristen gjeld alle søknader. Ein annan saksbehandlar må godkjenne han før noko blir endra, og han kan ikkje takast tilbake etterpå. Grunngivinga blir vist på utlysingssida og står i e-posten til søkjarane.",
    proposed: "Foreslått ny frist",
    to: "Ny frist",
    reason: "Grunngiving",
    proposedBy: "Foreslått av",
    byOn: (name, when) => `${name}, ${when}`,
    follows: "Kva som skjer når fristen blir flytta",
    drafts: (count) => `${count} utkast kan skrivast og sendast fram til den nye fristen`,
    expired: (count) =>
      count === 1
        ? "1 utkast som ikkje vart sendt i tide, blir opna igjen"
        : `${count} utkast som ikkje vart sende i tide, blir opna igjen`,
    submitted: (count) =>
      count === 1
        ? "1 søknad er send og står som han er, men kan endrast"
        : `${count} søknader er sende og står som dei er, men kan endrast`,
    told: "Fristen gjeld frå han blir godkjend. Utkast blir opna og e-post send ved neste kvarter. Den som har ein seinare frist frå før, beheld han.",
    approve: "Godkjenn den nye fristen",
    drop: "Trekk forslaget",
    anotherApproves: "Du foreslo dette sjølv. Ein annan saksbehandlar må godkjenne det.",
    moves: "Slik er fristen flytta",
    from: "Frå",
    approvedBy: "Godkjend av",
    neverMoved: "Fristen er ikkje flytta.",
  },
  en: {
    failed: failed.en,
    extend: "Grant an extension",
    extendLead: (deadline) =>
      `The deadline for this application is now ${deadline}. The new deadline is for this application alone and cannot be taken back.`,
    extendFollows:
      "The owner and the colleagues who may write get an e-mail with both deadlines and the reason.",
    isExtended: "Extended",
    title: "Application deadline",
    now: "The deadline now",
    propose: "Propose a new deadline",
    proposeLead:
      "The new deadline is for all applications. Another case officer must approve it before anything changes, and it cannot be taken back afterwards. The reason is shown on the call page and in the e-mail to applicants.",
    proposed: "Proposed new deadline",
    to: "New deadline",
    reason: "Reason",
    proposedBy: "Proposed by",
    byOn: (name, when) => `${name}, ${when}`,
    follows: "What happens when the deadline is moved",
    drafts: (count) =>
      count === 1
        ? "1 draft can be written and sent until the new deadline"
        : `${count} drafts can be written and sent until the new deadline`,
    expired: (count) =>
      count === 1
        ? "1 draft that was not sent in time is opened again"
        : `${count} drafts that were not sent in time are opened again`,
    submitted: (count) =>
      count === 1
        ? "1 application has been sent and stands as it is, but can be changed"
        : `${count} applications have been sent and stand as they are, but can be changed`,
    told: "The deadline holds from when it is approved. Drafts are opened and e-mails sent at the next quarter of an hour. Whoever has a later deadline already keeps it.",
    approve: "Approve the new deadline",
    drop: "Drop the proposal",
    anotherApproves: "You proposed this yourself. Another case officer must approve it.",
    moves: "How the deadline has been moved",
    from: "From",
    approvedBy: "Approved by",
    neverMoved: "The deadline has not been moved.",
  },
};
