import type { Application } from "./application.ts";
import { type Call, openingOf } from "./call.ts";
import {
  type Colleague,
  type ColleagueId,
  type ColleagueList,
  type ColleagueMay,
  type Invited,
  type Joined,
  joinedIn,
} from "./colleague.ts";
import type { EmailAddress, Person } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import type { Language } from "./text.ts";
import { duration, type Instant, isAfter } from "./time.ts";

const validFor = duration({ hours: 14 * 24 });
/** More would make us a way to write to strangers. */
const mostOpen = 10;
const mostMails = 30;

/** Why somebody cannot be invited; said at the field it is about. */
export type InvitationFault =
  | "own-address"
  | "already-there"
  | "too-many-open"
  | "too-many-mails"
  | "too-soon"
  | "closed-for-writing";

const isOpen = (colleague: Colleague, at: Instant): boolean =>
  colleague.state === "invited" && !isAfter(at, colleague.expiresAt);

/** Whether one more invitation may be mailed, besides what there is of others. */
const decideMail = (
  list: ColleagueList,
  others: readonly Colleague[],
  at: Instant,
): Result<"mail", InvitationFault> => {
  if (list.mailed >= mostMails) return refuse("too-many-mails");
  return others.filter((one) => isOpen(one, at)).length >= mostOpen
    ? refuse("too-many-open")
    : accept("mail");
};

interface Wanted {
  readonly call: Call;
  readonly application: Application;
  readonly list: ColleagueList;
  readonly email: EmailAddress;
  readonly may: ColleagueMay;
  /** Made afresh for this invitation. */
  readonly id: ColleagueId;
  readonly keyHash: string;
  readonly at: Instant;
}

/** Somebody new. Readers may be invited for as long as there is something to read, writers until the deadline. */
export const decideInvitation = ({
  call,
  application,
  list,
  email,
  may,
  id,
  keyHash,
  at,
}: Wanted): Result<Invited, InvitationFault> => {
  if (email === application.owner.email) return refuse("own-address");
  const isThere = list.colleagues.some(
    (one) => one.email === email || (one.state === "joined" && one.person.email === email),
  );
  if (isThere) return refuse("already-there");
  if (may === "edit" && openingOf(call, application.level, at).state !== "open")
    return refuse("closed-for-writing");
  const decided = decideMail(list, list.colleagues, at);
  if (!decided.ok) return decided;
  const expiresAt = at.add(validFor);
  return accept({ id, email, may, state: "invited", invitedAt: at, expiresAt, keyHash });
};

/** The same invitation once more, with a new key: the old link is then worth nothing. */
export const decideSendingAgain = (
  list: ColleagueList,
  invited: Invited,
  { keyHash, at }: { readonly keyHash: string; readonly at: Instant },
): Result<Invited, InvitationFault> => {
  const decided = decideMail(
    list,
    list.colleagues.filter(({ id }) => id !== invited.id),
    at,
  );
  if (!decided.ok) return decided;
  return accept({ ...invited, keyHash, expiresAt: at.add(validFor) });
};

export type Acceptance = { readonly does: "join"; readonly joined: Joined } | { readonly does: "nothing" };

/** A wrong key and an unknown invitation look alike. Whoever is in already stays as they are, and the invitation open. */
export const decideAcceptance = (
  application: Application,
  list: ColleagueList,
  {
    colleague,
    keyHash,
    person,
    language,
    at,
  }: {
    readonly colleague: Colleague | undefined;
    readonly keyHash: string;
    readonly person: Person;
    /** What they read us in. */
    readonly language: Language;
    readonly at: Instant;
  },
): Result<Acceptance, Refusal> => {
  if (!colleague || colleague.keyHash !== keyHash) return refuse({ reason: "not-found" });
  const isIn =
    application.owner.id === person.id || joinedIn(list).some((one) => one.person.id === person.id);
  if (isIn) return accept({ does: "nothing" });
  if (!isOpen(colleague, at) || colleague.state !== "invited") return refuse({ reason: "invitation-over" });
  const { id, email, may, invitedAt } = colleague;
  const { name } = person;
  const as = { id: person.id, name, email: person.email };
  return accept({
    does: "join",
    joined: { id, email, may, invitedAt, state: "joined", joinedAt: at, person: as, language, keyHash },
  });
};

/** Whom the application may be handed over to. */
export const mayTakeOver = (colleague: Colleague): colleague is Joined =>
  colleague.state === "joined" && colleague.may === "edit";
