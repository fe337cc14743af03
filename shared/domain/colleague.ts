import * as z from "zod";
import { type Application, ApplicationId, decideEditing } from "./application.ts";
import type { Call } from "./call.ts";
import { EmailAddress, type Person, PersonId } from "./person.ts";
import type { Refusal } from "./refusal.ts";
import { accept, type Result, refuse } from "./result.ts";
import { Language } from "./text.ts";
import { type Instant, InstantText } from "./time.ts";

export const ColleagueId = z.uuid().brand<"ColleagueId">();
export type ColleagueId = z.infer<typeof ColleagueId>;

/** What the owner lets a colleague do. */
export const ColleagueMay = z.enum(["edit", "read"]);
export type ColleagueMay = z.infer<typeof ColleagueMay>;

/** What a person may do with an application: it is theirs, or they are a colleague. */
export type May = "own" | ColleagueMay;

/** `see` is to read and download all of it, `write` to change answers, `decide` to send, withdraw, change the level, invite and hand over. */
export type Deed = "see" | "write" | "decide";

const rights = {
  own: ["see", "write", "decide"],
  edit: ["see", "write"],
  read: ["see"],
} as const satisfies Record<May, readonly Deed[]>;

export const mayDo = (may: May, deed: Deed): boolean => rights[may].some((right) => right === deed);

export const decideDeed = (application: Application, may: May, deed: Deed): Result<May, Refusal> =>
  mayDo(may, deed) ? accept(may) : refuse({ reason: "not-yours-to-do", owner: application.owner.name });

/** Whether this person may change the answers now: both who they are and what time it is must allow it. */
export const decideWriting = (
  call: Call,
  application: Application,
  may: May,
  at: Instant,
): Result<Application, Refusal> => {
  const allowed = decideDeed(application, may, "write");
  return allowed.ok ? decideEditing(call, application, at) : allowed;
};

const common = { id: ColleagueId, email: EmailAddress, may: ColleagueMay, invitedAt: InstantText };
/** Somebody invited by e-mail, and who they turned out to be. The address need not be the one they sign in with. */
export const Colleague = z.discriminatedUnion("state", [
  z.object({
    ...common,
    state: z.literal("invited"),
    expiresAt: InstantText,
    /** SHA-256 of the key in the mail's link; the key itself is nowhere but in the mail. */
    keyHash: z.string(),
  }),
  z.object({
    ...common,
    state: z.literal("joined"),
    joinedAt: InstantText,
    person: z.object({ id: PersonId, name: z.string(), email: EmailAddress }),
    /** The language they accepted in; the application's own for whoever owned it before. */
    language: z.optional(Language),
    /** Of the key they came with. Whoever was the owner before came with none. */
    keyHash: z.optional(z.string()),
  }),
]);
export type Colleague = z.infer<typeof Colleague>;
export type Invited = Extract<Colleague, { state: "invited" }>;
export type Joined = Extract<Colleague, { state: "joined" }>;

/** All colleagues of one application, kept as one thing so that no two changes of it can cross. `revision` 0 is a list never kept. */
export const ColleagueList = z.object({
  revision: z.int().min(0),
  /** How many invitations have been mailed, whatever became of them. */
  mailed: z.int().min(0),
  colleagues: z.array(Colleague),
});
export type ColleagueList = z.infer<typeof ColleagueList>;

export const noColleagues: ColleagueList = { revision: 0, mailed: 0, colleagues: [] };

/** What lets one colleague in: kept by itself, so that finding out costs one read whatever the length of the list. */
export const Access = z.object({
  applicationId: ApplicationId,
  personId: PersonId,
  may: ColleagueMay,
  joinedAt: InstantText,
});
export type Access = z.infer<typeof Access>;

export const joinedIn = ({ colleagues }: ColleagueList): readonly Joined[] =>
  colleagues.filter((one) => one.state === "joined");

export const findColleague = ({ colleagues }: ColleagueList, id: string | undefined): Colleague | undefined =>
  colleagues.find((one) => one.id === id);

/** The list as it is to be kept next. */
const next = (list: ColleagueList, colleagues: readonly Colleague[], mails = 0): ColleagueList => ({
  revision: list.revision + 1,
  mailed: list.mailed + mails,
  colleagues: [...colleagues],
});

const without = ({ colleagues }: ColleagueList, id: ColleagueId): readonly Colleague[] =>
  colleagues.filter((one) => one.id !== id);

export const withMay = (list: ColleagueList, { id }: Colleague, may: ColleagueMay): ColleagueList =>
  next(
    list,
    list.colleagues.map((one) => (one.id === id ? { ...one, may } : one)),
  );

export const withoutColleague = (list: ColleagueList, { id }: Colleague): ColleagueList =>
  next(list, without(list, id));

const replaced = (list: ColleagueList, colleague: Colleague): readonly Colleague[] =>
  list.colleagues.map((one) => (one.id === colleague.id ? colleague : one));

export const withInvitation = (list: ColleagueList, invited: Invited): ColleagueList =>
  findColleague(list, invited.id)
    ? next(list, replaced(list, invited), 1)
    : next(list, [...list.colleagues, invited], 1);

export const withJoined = (list: ColleagueList, joined: Joined): ColleagueList =>
  next(list, replaced(list, joined));

/** The application and its colleagues when one of them has become the owner and the owner one of them. */
export const handedOver = (
  application: Application,
  list: ColleagueList,
  { to, from, id, at }: { to: Joined; from: Person; id: ColleagueId; at: Instant },
): { readonly application: Application; readonly list: ColleagueList } => {
  const { email, name } = from;
  const before: Joined = {
    id,
    email,
    may: "edit",
    invitedAt: at,
    state: "joined",
    joinedAt: at,
    person: { id: from.id, name, email },
    language: application.language,
  };
  return {
    application: { ...application, owner: to.person },
    list: next(list, [...without(list, to.id), before]),
  };
};
