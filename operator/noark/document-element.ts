import type { Case, HandOver, Post } from "./cases.ts";
import { system } from "./changes.ts";
import type { Document } from "./documents.ts";
import { dateTime, systemId } from "./values.ts";
import { archiveWords } from "./words.ts";
import { type Element, element, texts } from "./xml.ts";

/** The PDF is made as it is handed over; all else came with the submission. */
const madeAt = ({ at }: HandOver, { receivedAt }: Post, { kind }: Document) =>
  kind === "application" ? at : receivedAt;

const fileElement = (over: HandOver, post: Post, document: Document, id: readonly (string | number)[]) =>
  element(
    "dokumentobjekt",
    texts({
      systemID: systemId("dokumentobjekt", ...id),
      versjonsnummer: 1,
      // Nothing is made into PDF/A here, so nothing is called «Arkivformat».
      variantformat: "Produksjonsformat",
      format: document.format,
      // The schema of 5.5 has no place for a media type (M716).
      formatDetaljer: document.type,
      opprettetDato: dateTime(madeAt(over, post, document), over.call.timeZone),
      opprettetAv: system,
      referanseDokumentfil: document.path,
      sjekksum: document.sha256,
      sjekksumAlgoritme: "SHA-256",
      filstoerrelse: document.bytes,
    }),
  );

/** A document of a submission (`dokumentbeskrivelse`) with the file that holds it. */
export const documentElement =
  (over: HandOver, { application }: Case, post: Post) =>
  (document: Document, i: number): Element => {
    const { kind, title } = document;
    const received = dateTime(post.receivedAt, over.call.timeZone);
    const id = [application.id, post.number, i + 1];
    const told = texts({
      systemID: systemId("dokumentbeskrivelse", ...id),
      dokumenttype: archiveWords[over.language].kinds[kind],
      dokumentstatus: "Dokumentet er ferdigstilt",
      tittel: title,
      ...{ opprettetDato: received, opprettetAv: system },
      tilknyttetRegistreringSom: kind === "application" ? "Hoveddokument" : "Vedlegg",
      dokumentnummer: i + 1,
      ...{ tilknyttetDato: received, tilknyttetAv: system },
    });
    return element("dokumentbeskrivelse", [...told, fileElement(over, post, document, id)]);
  };
