import { ApplicationId } from "#shared/domain/application.ts";
import { auditApplication, type Owed, owedIn } from "#shared/domain/audit.ts";
import type { Break } from "#shared/domain/break.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Signature, Stored } from "#shared/domain/stored.ts";
import { type Instant, latestOf } from "#shared/domain/time.ts";
import type { EarlierAudit, SeenHead } from "./earlier.ts";
import type { Piece } from "./pieces.ts";

/** What an audit remembers of an application when it has been through it. */
export interface Finding {
  readonly breaks: readonly Break[];
  readonly owed: readonly Owed[];
  /** Of an application that can be read. */
  readonly head: SeenHead | undefined;
  /** Of one that cannot: it may be half deleted. */
  readonly remainsOf: string | undefined;
  readonly newest: Instant | undefined;
  readonly events: number;
  readonly submissions: number;
  readonly receipts: number;
  readonly signatures: readonly Signature[];
}

export interface Scope {
  readonly call: Call;
  readonly earlier: EarlierAudit;
}

export const ofKind = <Kind extends Piece["kind"]>(pieces: readonly Piece[], kind: Kind) =>
  pieces.filter((piece): piece is Extract<Piece, { kind: Kind }> => piece.kind === kind);

const storedIn = (id: ApplicationId, pieces: readonly Piece[], { earlier }: Scope): Stored => {
  const [itself] = ofKind(pieces, "application");
  return {
    id,
    application: itself ? (itself.is ?? "unreadable") : "missing",
    links: ofKind(pieces, "event"),
    submissions: ofKind(pieces, "submission"),
    receipts: ofKind(pieces, "receipt"),
    earlier: earlier.get(id),
  };
};

/** Of what cannot say which call it is to, every call's audit tells. */
const isOfCall = ({ application }: Stored, { call }: Scope): boolean =>
  typeof application === "string" ||
  application.callId === call.id ||
  application.reference.startsWith(`${call.referencePrefix}-`);

const headOf = ({ application }: Stored): SeenHead | undefined => {
  if (typeof application === "string") return undefined;
  const { id, reference, revision, lastEvent } = application;
  return { application: id, reference, revision, lastEvent };
};

const remainsIn = (pieces: readonly Piece[]): string | undefined => {
  const [itself] = ofKind(pieces, "application");
  return itself && !itself.is && typeof itself.reference === "string" ? itself.reference : undefined;
};

const hidden = (pieces: readonly Piece[]): readonly Break[] =>
  ofKind(pieces, "application").flatMap(({ is, isListed }) =>
    !is || isListed ? [] : [{ code: "listing-differs", application: is.id, reference: is.reference }],
  );

const noId = (name: string): Finding => ({
  breaks: [{ code: "application-unreadable", application: encodeURIComponent(name) }],
  owed: [],
  head: undefined,
  remainsOf: undefined,
  newest: undefined,
  ...{ events: 0, submissions: 0, receipts: 0, signatures: [] },
});

/** Audits what lies in one application's partition; nothing when it belongs to another call. */
export const findingOf = (name: string, pieces: readonly Piece[], scope: Scope): Finding | undefined => {
  const id = ApplicationId.safeParse(name);
  if (!id.success) return noId(name);
  const stored = storedIn(id.data, pieces, scope);
  if (!isOfCall(stored, scope)) return undefined;
  const { links, submissions, receipts } = stored;
  return {
    breaks: [...auditApplication(stored, scope.call), ...hidden(pieces)],
    owed: owedIn(stored),
    head: headOf(stored),
    remainsOf: remainsIn(pieces),
    newest: latestOf(links.flatMap(({ is }) => is?.at ?? [])),
    events: links.length,
    submissions: submissions.length,
    receipts: receipts.length,
    signatures: receipts.flatMap(({ is }) => is?.signature ?? []),
  };
};
