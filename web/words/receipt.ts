import type { Words } from "./words.ts";

const nb = {
  title: (reference: string) => `Kvittering for søknad ${reference}`,
  facts: {
    reference: "Referanse",
    call: "Utlysning",
    level: "Programnivå",
    applicant: "Søker",
    receivedAt: "Kom fram til oss",
    deadline: "Fristen som gjaldt",
    number: "Innsending nummer",
    formVersion: "Skjemaversjon",
    digest: "Kontrollsum for svarene (SHA-256)",
    signature: "Signatur",
  },
  signed: (key: string) => `Signert med nøkkelen ${key}`,
  unsigned: "Signaturen kommer om et øyeblikk; kvitteringen gjelder allerede",
  digestHelp: "Kontrollsummen er regnet ut av svarene. Endres et eneste tegn, blir den en annen.",
  vouches:
    "Kvitteringen viser hva vi mottok, og når. Den sier ikke om innsendingen siden er erstattet eller trukket.",
  name: (reference: string, number: number) => `Kvittering for søknad ${reference}, innsending ${number}`,
  attachments: "Kontrollsummer for vedleggene",
  attachment: (size: string, digest: string) => `${size}. SHA-256: ${digest}`,
  how: "Slik kontrolleres kvitteringen",
  online: "På nettstedet vårt",
  onlineHow: (address: string) =>
    `Åpne ${address}. Lim inn signaturen under, eller velg JSON-filen dere lastet ned fra kvitteringssiden. Alle kan gjøre det, uten å logge inn.`,
  alone: "Uten oss",
  aloneHow: (keys: string) =>
    `Signaturen er en JWS (RFC 7515, ES256) over opplysningene øverst. De offentlige nøklene ligger på ${keys}. Kontrollsummen er SHA-256 av svarene i JSON-filen på kanonisk form (RFC 8785).`,
};

/** A receipt: what it says, on the page, in the PDF and when it is verified. */
export const receiptWords: Words<typeof nb> = {
  nb,
  nn: {
    title: (reference) => `Kvittering for søknad ${reference}`,
    facts: {
      reference: "Referanse",
      call: "Utlysing",
      level: "Programnivå",
      applicant: "Søkjar",
      receivedAt: "Kom fram til oss",
      deadline: "Fristen som gjaldt",
      number: "Innsending nummer",
      formVersion: "Skjemaversjon",
      digest: "Kontrollsum for svara (SHA-256)",
      signature: "Signatur",
    },
    signed: (key) => `Signert med nøkkelen ${key}`,
    unsigned: "Signaturen kjem om ein augneblink; kvitteringa gjeld allereie",
    digestHelp: "Kontrollsummen er rekna ut av svara. Blir eit einaste teikn endra, blir han ein annan.",
    vouches:
      "Kvitteringa viser kva vi tok imot, og når. Ho seier ikkje om innsendinga sidan er bytt ut eller trekt.",
    name: (reference, number) => `Kvittering for søknad ${reference}, innsending ${number}`,
    attachments: "Kontrollsummar for vedlegga",
    attachment: (size, digest) => `${size}. SHA-256: ${digest}`,
    how: "Slik blir kvitteringa kontrollert",
    online: "På nettstaden vår",
    onlineHow: (address) =>
      `Opne ${address}. Lim inn signaturen under, eller vel JSON-fila de lasta ned frå kvitteringssida. Alle kan gjere det, utan å logge inn.`,
    alone: "Utan oss",
    aloneHow: (keys) =>
      `Signaturen er ein JWS (RFC 7515, ES256) over opplysningane øvst. Dei offentlege nøklane ligg på ${keys}. Kontrollsummen er SHA-256 av svara i JSON-fila på kanonisk form (RFC 8785).`,
  },
  en: {
    title: (reference) => `Receipt for application ${reference}`,
    facts: {
      reference: "Reference",
      call: "Call",
      level: "Programme level",
      applicant: "Applicant",
      receivedAt: "Reached us",
      deadline: "Deadline that counted",
      number: "Submission number",
      formVersion: "Version of the form",
      digest: "Checksum of the answers (SHA-256)",
      signature: "Signature",
    },
    signed: (key) => `Signed with the key ${key}`,
    unsigned: "The signature comes in a moment; the receipt is valid already",
    digestHelp: "The checksum is computed from the answers. Change one character, and it becomes another.",
    vouches:
      "The receipt shows what we received, and when. It does not say whether the submission has been replaced or withdrawn since.",
    name: (reference, number) => `Receipt for application ${reference}, submission ${number}`,
    attachments: "Checksums of the attachments",
    attachment: (size, digest) => `${size}. SHA-256: ${digest}`,
    how: "How to verify the receipt",
    online: "On our site",
    onlineHow: (address) =>
      `Open ${address}. Paste the signature below, or choose the JSON file you downloaded from the receipt page. Anybody can do it, without signing in.`,
    alone: "Without us",
    aloneHow: (keys) =>
      `The signature is a JWS (RFC 7515, ES256) over the facts on top. The public keys are at ${keys}. The checksum is the SHA-256 of the answers in the JSON file in canonical form (RFC 8785).`,
  },
};
