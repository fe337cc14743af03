import { standingOf } from "#shared/domain/standing.ts";
import type { Instant } from "#shared/domain/time.ts";
import type { Case, HandOver, Post } from "./cases.ts";
import { system, type Told } from "./changes.ts";
import { documentElement } from "./document-element.ts";
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
      ...documents.map(documentElement(over, of, post)),
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

const partyOf = ({ language }: HandOver, { application }: Case, { organisation }: Post): Element =>
  element(
    "part",
    texts({
      partID: application.organisationNumber || undefined,
      partNavn: organisation,
      partRolle: archiveWords[language].applicant,
    }),
  );

/** One application (`saksmappe`) with its submissions, in the order of Arkivverket's arkivstruktur.xsd. */
export const caseElement = (
  over: HandOver,
  of: Case,
  { told, handed }: { readonly told: Told; readonly handed: readonly HandedOver[] },
): Element => {
  const { call, language } = over;
  const [first, last] = [of.posts[0], of.posts.at(-1)];
  if (!first || !last) throw new Error(`Application ${of.application.id} has no submission`);
  const begun = { opprettetDato: dateTime(first.receivedAt, call.timeZone), opprettetAv: system };
  const ended = { avsluttetDato: dateTime(told.closedAt, call.timeZone), avsluttetAv: system };
  const content = [
    ...texts({ systemID: caseId(of), mappeID: of.application.reference }),
    ...texts({ ...titlesOf(over, of, last), ...begun, ...ended }),
    partyOf(over, of, last),
    ...handed.map((one) => postElement(over, of, one)),
    ...texts({
      ...{ saksaar: of.year, sakssekvensnummer: of.sequence },
      saksdato: date(first.receivedAt, call.timeZone),
      administrativEnhet: call.programme[language],
      ...{ saksansvarlig: told.officer, saksstatus: "Avsluttet" },
    }),
  ];
  return element("mappe", content, { "xsi:type": "saksmappe" });
};
