import { standingOf } from "#shared/domain/standing.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Case, HandOver, Post } from "./cases.ts";
import { system, type Told } from "./changes.ts";
import type { Document } from "./documents.ts";
import { date, dateTime, systemId } from "./values.ts";
import { archiveWords } from "./words.ts";
import { type Element, element, texts } from "./xml.ts";

/** A submission whose documents are in the package. */
export interface HandedOver {
  readonly post: Post;
  readonly documents: readonly Document[];
  /** What the applicant asked to have kept from the public. */
  readonly secrets: string;
  readonly receiptTo: string;
}

export const caseId = ({ application }: Case): string => systemId("saksmappe", application.id);
export const postId = ({ application }: Case, { number }: Post): string =>
  systemId("journalpost", application.id, number);

export const titlesOf = ({ language }: HandOver, { application }: Case, { level, organisation }: Post) => ({
  tittel: archiveWords[language].caseTitle(level, organisation),
  offentligTittel: archiveWords[language].publicTitle(level, application.reference),
});

export const postTitlesOf = (over: HandOver, of: Case, post: Post) => {
  const { tittel, offentligTittel } = titlesOf(over, of, post);
  const which = archiveWords[over.language].submission(post.number);
  return { tittel: `${tittel}, ${which}`, offentligTittel: `${offentligTittel}, ${which}` };
};

const documentElement = (over: HandOver, of: Case, { post }: HandedOver) => {
  const { timeZone } = over.call;
  const received = dateTime(post.receivedAt, timeZone);
  const handedOver = dateTime(over.at, timeZone);
  return ({ kind, title, path, type, format, sha256, bytes }: Document, i: number): Element => {
    const id = [of.application.id, post.number, i + 1];
    const file = texts({
      systemID: systemId("dokumentobjekt", ...id),
      versjonsnummer: 1,
      // Nothing is made into PDF/A here, so nothing is called «Arkivformat».
      variantformat: "Produksjonsformat",
      format,
      formatDetaljer: type,
      opprettetDato: kind === "application" ? handedOver : received,
      opprettetAv: system,
      referanseDokumentfil: path,
      sjekksum: sha256,
      sjekksumAlgoritme: "SHA-256",
      filstoerrelse: bytes,
    });
    return element("dokumentbeskrivelse", [
      ...texts({
        systemID: systemId("dokumentbeskrivelse", ...id),
        dokumenttype: archiveWords[over.language].kinds[kind],
        dokumentstatus: "Dokumentet er ferdigstilt",
        tittel: title,
        opprettetDato: received,
        opprettetAv: system,
        tilknyttetRegistreringSom: kind === "application" ? "Hoveddokument" : "Vedlegg",
        dokumentnummer: i + 1,
        tilknyttetDato: received,
        tilknyttetAv: system,
      }),
      element("dokumentobjekt", file),
    ]);
  };
};

const remark = (over: HandOver, merknadstekst: string, at: Instant): Element =>
  element(
    "merknad",
    texts({
      merknadstekst,
      merknadsdato: dateTime(at, over.call.timeZone),
      merknadRegistrertAv: system,
    }),
  );

/** What has become of the submission since, and what the applicant wanted kept from the public. */
const remarksOn = (over: HandOver, { application, posts }: Case, { post, secrets }: HandedOver) => {
  const words = archiveWords[over.language];
  const next = posts.find(({ number }) => number === post.number + 1);
  const withdrawn = standingOf(application, post.number) === "withdrawn" && application.withdrawnAt;
  return [
    ...(secrets ? [remark(over, words.secrets(secrets), post.receivedAt)] : []),
    ...(next ? [remark(over, words.replaced(next.number), next.receivedAt)] : []),
    ...(withdrawn ? [remark(over, words.withdrawn, withdrawn)] : []),
  ];
};

const postElement = (over: HandOver, of: Case, handed: HandedOver): Element => {
  const { post, documents, receiptTo } = handed;
  const { timeZone } = over.call;
  const [received, day] = [dateTime(post.receivedAt, timeZone), date(post.receivedAt, timeZone)];
  const made = {
    ...{ opprettetDato: received, opprettetAv: system, arkivertDato: received, arkivertAv: system },
  };
  const sender = texts({
    korrespondanseparttype: "Avsender",
    korrespondansepartNavn: post.organisation,
    epostadresse: receiptTo || undefined,
  });
  return element(
    "registrering",
    [
      ...texts({ systemID: postId(of, post), ...made }),
      ...documents.map(documentElement(over, of, handed)),
      ...texts({
        registreringsID: `${of.application.reference}-${post.number}`,
        ...postTitlesOf(over, of, post),
      }),
      ...remarksOn(over, of, handed),
      element("korrespondansepart", sender),
      ...texts({
        ...{ journalaar: post.year, journalsekvensnummer: post.sequence, journalpostnummer: post.number },
        ...{ journalposttype: "Inngående dokument", journalstatus: "Arkivert" },
        ...{ journaldato: day, dokumentetsDato: day, mottattDato: received },
      }),
    ],
    { "xsi:type": "journalpost" },
  );
};

/** One application (`saksmappe`) with its submissions, in the order of Arkivverket's arkivstruktur.xsd. */
export const caseElement = (
  over: HandOver,
  of: Case,
  { told, handed }: { readonly told: Told; readonly handed: readonly HandedOver[] },
): Element => {
  const { call, language } = over;
  const [first, last] = [of.posts[0], of.posts.at(-1)];
  if (!first || !last) throw new Error(`Application ${of.application.id} has no submission`);
  const party = texts({
    partID: of.application.organisationNumber || undefined,
    partNavn: last.organisation,
    partRolle: archiveWords[language].applicant,
  });
  return element(
    "mappe",
    [
      ...texts({ systemID: caseId(of), mappeID: of.application.reference, ...titlesOf(over, of, last) }),
      ...texts({
        opprettetDato: dateTime(first.receivedAt, call.timeZone),
        opprettetAv: system,
        avsluttetDato: dateTime(told.closedAt, call.timeZone),
        avsluttetAv: system,
      }),
      element("part", party),
      ...handed.map((one) => postElement(over, of, one)),
      ...texts({
        ...{ saksaar: of.year, sakssekvensnummer: of.sequence },
        saksdato: date(first.receivedAt, call.timeZone),
        administrativEnhet: call.programme[language],
        ...{ saksansvarlig: told.officer, saksstatus: "Avsluttet" },
      }),
    ],
    { "xsi:type": "saksmappe" },
  );
};
