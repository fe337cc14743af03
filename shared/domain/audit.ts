import type { Application } from "./application.ts";
import { auditHistory } from "./audit-history.ts";
import { auditSubmissions, levelSent, submissionToldOf } from "./audit-submissions.ts";
import type { Break, BreakCode, Flaw } from "./break.ts";
import type { Call } from "./call.ts";
import { extensionDetail } from "./extension.ts";
import type { Stored } from "./stored.ts";
import { duration, type Instant, isAfter } from "./time.ts";
import { type Told, told } from "./told.ts";

const same = (one: Instant | undefined, other: Instant | undefined): boolean =>
  one?.epochMilliseconds === other?.epochMilliseconds;

const sameTimes = (application: Application, history: Told): boolean =>
  (["startedAt", "submittedAt", "withdrawnAt", "changingSince"] as const).every((name) =>
    same(application[name], history[name]),
  );

/** The clock of an extension is the call's. */
const sameExtension = (
  { extension }: Application,
  { extension: granted }: Told,
  timeZone: string,
): boolean => {
  if (!extension || !granted) return !extension && !granted;
  const { until, grantedAt, grantedBy } = extension;
  const sameEnd = extensionDetail(extension) === granted.detail && until.timeZone === timeZone;
  return sameEnd && same(grantedAt, granted.at) && grantedBy.id === granted.by;
};

/** Where the application is another than its history says. What the history does not know is not compared. */
const againstHistory = (
  application: Application,
  history: Told,
  { timeZone }: Pick<Call, "timeZone">,
): readonly Flaw[] => {
  const { level, owner } = history;
  const agreements: readonly (readonly [BreakCode, boolean])[] = [
    ["state-differs", application.state === history.state],
    ["submissions-miscounted", application.submissions === history.submissions],
    ["level-differs", !level || application.level === level],
    ["owner-differs", !owner || application.owner.id === owner],
    ["times-differ", sameTimes(application, history)],
    ["extension-differs", sameExtension(application, history, timeZone)],
  ];
  return agreements.flatMap(([code, agrees]) => (agrees ? [] : [{ code }]));
};

const auditItself = (stored: Stored, call: Pick<Call, "id" | "timeZone">): readonly Flaw[] => {
  const { application, links } = stored;
  if (application === "missing") return [{ code: "application-missing" }];
  if (application === "unreadable") return [{ code: "application-unreadable" }];
  const happened = links.toSorted((a, b) => a.number - b.number).flatMap(({ is }) => is ?? []);
  const isOfCall = application.callId === call.id;
  return [
    ...(isOfCall ? [] : [{ code: "call-differs" } as const]),
    ...againstHistory(
      application,
      told(happened, (link) => levelSent(stored, link)),
      call,
    ),
  ];
};

/** Everything that is not as it was written in what is stored of one application. */
export const auditApplication = (stored: Stored, call: Pick<Call, "id" | "timeZone">): readonly Break[] => {
  const { application, id } = stored;
  const reference = typeof application === "object" ? application.reference : undefined;
  const flaws = [...auditItself(stored, call), ...auditHistory(stored), ...auditSubmissions(stored, call)];
  return flaws.map((flaw) => ({ ...flaw, application: id, reference }));
};

/** A receipt without a signature, and since when it is owed one. */
export interface Owed {
  readonly application: string;
  readonly reference: string;
  readonly number: number;
  readonly since: Instant;
}

export const owedIn = ({ id, links, receipts }: Stored): readonly Owed[] =>
  receipts.flatMap(({ number, is }) => {
    const event = links.find((link) => link.is && submissionToldOf(link.is) === number)?.is;
    if (!event || is?.signature !== "none") return [];
    return [{ application: id, reference: is.receipt.reference, number, since: event.at }];
  });

const patience = duration({ hours: 1 });

/** Signatures that are missing. They are made soon after; one that is owed for an hour before the newest thing seen has got lost. */
export const auditOwed = (owed: readonly Owed[], newest: Instant): readonly Break[] =>
  owed
    .filter(({ since }) => isAfter(newest, since.add(patience)))
    .map(({ since: _, ...of }) => ({ ...of, code: "signature-missing" }));
