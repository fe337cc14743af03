import { creatorOf, periodOf } from "./archive.ts";
import type { Case, HandOver, Post } from "./cases.ts";
import { postId, postTitlesOf, titlesOf } from "./structure.ts";
import { date } from "./values.ts";
import { type Element, element, texts } from "./xml.ts";

/** The running journal is for the agency; the public one has nothing that somebody wrote but who sent. */
export const journals = ["loependeJournal", "offentligJournal"] as const;
export type Journal = (typeof journals)[number];

export const journalHead = (over: HandOver, entries: number): Element => {
  const [journalStartDato, journalSluttDato] = periodOf(over);
  return element("journalhode", [
    ...texts({ journalStartDato, journalSluttDato, antallJournalposter: entries }),
    creatorOf(over),
  ]);
};

const shown = (journal: Journal, { tittel, offentligTittel }: ReturnType<typeof titlesOf>) =>
  journal === "offentligJournal" ? { offentligTittel } : { tittel, offentligTittel };

export const journalEntry = (over: HandOver, journal: Journal, of: Case, post: Post): Element => {
  const day = date(post.receivedAt, over.call.timeZone);
  return element("journalregistrering", [
    element(
      "saksmappe",
      texts({
        ...{ mappeID: of.application.reference, saksaar: of.year, sakssekvensnummer: of.sequence },
        ...shown(journal, titlesOf(over, of, of.posts.at(-1) ?? post)),
      }),
    ),
    element("journalpost", [
      ...texts({
        ...{ systemID: postId(of, post), registreringsID: `${of.application.reference}-${post.number}` },
        ...{ journalaar: post.year, journalsekvensnummer: post.sequence, journalpostnummer: post.number },
        ...shown(journal, postTitlesOf(over, of, post)),
        ...{ journaldato: day, dokumentetsDato: day },
      }),
      element(
        "korrespondansepart",
        texts({ korrespondanseparttype: "Avsender", korrespondansepartNavn: post.organisation }),
      ),
    ]),
  ]);
};

/** Every submission with its application, by journal year and number (Noark 5, 6.4.30). */
export const journalled = (cases: readonly Case[]): readonly { readonly of: Case; readonly post: Post }[] =>
  cases
    .flatMap((of) => of.posts.map((post) => ({ of, post })))
    .toSorted((a, b) => a.post.year - b.post.year || a.post.sequence - b.post.sequence);
