import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import {
  type Colleague,
  ColleagueId,
  type ColleagueList,
  type ColleagueMay,
  type Deed,
  decideDeed,
  decideWriting,
  findColleague,
  handedOver,
  type Invited,
  joinedIn,
  type May,
  mayDo,
  noColleagues,
  withInvitation,
  withJoined,
  withMay,
  withoutColleague,
} from "#shared/domain/colleague.ts";
import {
  decideAcceptance,
  decideInvitation,
  decideSendingAgain,
  mayTakeOver,
} from "#shared/domain/invitation.ts";
import { EmailAddress, type Person, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication, aPerson } from "../support/builders.ts";

const { call } = nic2024;
const at = instant("2024-05-14T09:30:00.000Z");
const afterDeadline = instant("2024-06-21T14:00:00.001Z");
const email = (local: string) => EmailAddress.parse(`${local}@kollega.example`);
const newId = () => ColleagueId.parse(randomUUID());
const application = anApplication();

interface Wish {
  readonly address?: EmailAddress;
  readonly may?: ColleagueMay;
  readonly when?: typeof at;
  readonly to?: Application;
}

const invite = (
  list: ColleagueList,
  { address = email("line"), may = "edit", when = at, to = application }: Wish = {},
) =>
  decideInvitation({
    call,
    application: to,
    list,
    email: address,
    may,
    id: newId(),
    keyHash: "right",
    at: when,
  });

const invited = (list: ColleagueList, wish: Wish = {}): { list: ColleagueList; colleague: Invited } => {
  const decided = invite(list, wish);
  if (!decided.ok) throw new Error(decided.refusal);
  return { list: withInvitation(list, decided.value), colleague: decided.value };
};

const line = aPerson({ id: PersonId.parse("line"), name: "Line", email: email("line") });

const accepting = (
  list: ColleagueList,
  colleague: Colleague | undefined,
  given: { keyHash?: string; person?: Person; when?: typeof at } = {},
) =>
  decideAcceptance(application, list, {
    colleague,
    keyHash: given.keyHash ?? "right",
    person: given.person ?? line,
    language: "nn",
    at: given.when ?? at,
  });

describe("what each may do", () => {
  const table: Readonly<Record<May, Readonly<Record<Deed, boolean>>>> = {
    own: { see: true, write: true, decide: true },
    edit: { see: true, write: true, decide: false },
    read: { see: true, write: false, decide: false },
  };
  const rows = (["own", "edit", "read"] as const).flatMap((may) =>
    (["see", "write", "decide"] as const).map((deed) => [may, deed, table[may][deed]] as const),
  );
  test.for(rows)("%s may %s: %s", ([may, deed, allowed]) => {
    expect(mayDo(may, deed)).toBe(allowed);
    expect(decideDeed(application, may, deed).ok).toBe(allowed);
  });

  test("whoever may not is told whose it is", () => {
    expect(decideDeed(application, "read", "write")).toMatchObject({
      refusal: { reason: "not-yours-to-do", owner: application.owner.name },
    });
  });

  test("a reader never writes, and a writer no later than the owner", () => {
    expect(decideWriting(call, application, "edit", at).ok).toBe(true);
    expect(decideWriting(call, application, "read", at).ok).toBe(false);
    expect(decideWriting(call, application, "edit", afterDeadline)).toMatchObject({
      refusal: { reason: "deadline-passed" },
    });
  });
});

describe("an invitation", () => {
  test("is valid for fourteen days", () => {
    expect(invite(noColleagues)).toMatchObject({
      value: { state: "invited", may: "edit", expiresAt: instant("2024-05-28T09:30:00.000Z") },
    });
  });

  test("is refused to the owner's own address", () => {
    const own = EmailAddress.parse(application.owner.email.toUpperCase());
    expect(invite(noColleagues, { address: own })).toEqual({ ok: false, refusal: "own-address" });
  });

  test("is refused to an address in the list, however it is typed, and to one somebody in it signs in with", () => {
    const { list, colleague } = invited(noColleagues);
    expect(invite(list, { address: EmailAddress.parse(" LINE@Kollega.example") })).toMatchObject({
      refusal: "already-there",
    });
    const accepted = accepting(list, colleague, { person: { ...line, email: email("private") } });
    if (!accepted.ok || accepted.value.does !== "join") throw new Error("did not join");
    const joined = withJoined(list, accepted.value.joined);
    expect(invite(joined, { address: email("private") })).toMatchObject({ refusal: "already-there" });
  });

  test("to write is for before the deadline, to read for ever", () => {
    const when = afterDeadline;
    expect(invite(noColleagues, { when })).toMatchObject({ refusal: "closed-for-writing" });
    expect(invite(noColleagues, { when, may: "read" }).ok).toBe(true);
    expect(invite(noColleagues, { when: when.subtract({ milliseconds: 1 }) }).ok).toBe(true);
  });

  const many = (count: number): ColleagueList =>
    Array.from({ length: count }).reduce<ColleagueList>(
      (list, _, i) => invited(list, { address: email(`p${i}`) }).list,
      noColleagues,
    );

  test("may be unanswered ten times and no more; one that has expired counts no longer", () => {
    const ten = many(10);
    expect(invite(ten)).toMatchObject({ refusal: "too-many-open" });
    const when = at.add({ hours: 14 * 24, milliseconds: 1 });
    expect(invite(ten, { when }).ok).toBe(true);
    const [first] = ten.colleagues;
    expect(first && invite(withoutColleague(ten, first)).ok).toBe(true);
  });

  test("is mailed thirty times in all, also when those invited are removed again", () => {
    let list = noColleagues;
    for (let i = 0; i < 30; i += 1) {
      const next = invited(list, { address: email(`p${i}`) });
      list = withoutColleague(next.list, next.colleague);
    }
    expect(list).toMatchObject({ mailed: 30, colleagues: [] });
    expect(invite(list)).toMatchObject({ refusal: "too-many-mails" });
  });

  test("sent again has a new key and new days, is one mail more, and never two in the list", () => {
    const { list, colleague } = invited(many(9));
    const when = at.add({ hours: 48 });
    const again = decideSendingAgain(list, colleague, { keyHash: "new", at: when });
    if (!again.ok) throw new Error(again.refusal);
    const next = withInvitation(list, again.value);
    expect(next).toMatchObject({ mailed: 11, revision: list.revision + 1 });
    expect(next.colleagues).toHaveLength(10);
    expect(accepting(next, again.value).ok).toBe(false);
    expect(
      accepting(next, again.value, { keyHash: "new", when: colleague.expiresAt.add({ hours: 1 }) }).ok,
    ).toBe(true);
    expect(decideSendingAgain({ ...list, mailed: 30 }, colleague, { keyHash: "new", at })).toMatchObject({
      refusal: "too-many-mails",
    });
  });
});

describe("an acceptance", () => {
  const { list, colleague } = invited(noColleagues);
  const notFound = { refusal: { reason: "not-found" } };

  test("makes a colleague of whoever holds the key and signed in, by whatever address", () => {
    const person = aPerson({ id: PersonId.parse("x"), name: "Elin", email: email("elin") });
    expect(accepting(list, colleague, { person })).toMatchObject({
      value: {
        does: "join",
        joined: { id: colleague.id, may: "edit", language: "nn", person: { id: "x", email: email("elin") } },
      },
    });
  });

  test("with a wrong key, or of nothing, tells nothing", () => {
    expect(accepting(list, colleague, { keyHash: "wrong" })).toMatchObject(notFound);
    expect(accepting(list, undefined)).toMatchObject(notFound);
  });

  test.for([
    [0, true],
    [1, false],
  ] as const)("%i ms after the last moment is in time: %s", ([milliseconds, ok]) => {
    const when = colleague.expiresAt.add({ milliseconds });
    const accepted = accepting(list, colleague, { when });
    expect(accepted.ok).toBe(ok);
    if (!ok) expect(accepted).toMatchObject({ refusal: { reason: "invitation-over" } });
  });

  test("works once: again by the same person changes nothing, by another it is over", () => {
    const accepted = accepting(list, colleague);
    if (!accepted.ok || accepted.value.does !== "join") throw new Error("did not join");
    const next = withJoined(list, accepted.value.joined);
    const used = findColleague(next, colleague.id);
    expect(accepting(next, used)).toEqual({ ok: true, value: { does: "nothing" } });
    const other = aPerson({ id: PersonId.parse("other") });
    expect(accepting(next, used, { person: other })).toMatchObject({
      refusal: { reason: "invitation-over" },
    });
  });

  test("by the owner changes nothing, and leaves the invitation to whom it is for", () => {
    const owner = aPerson({ id: application.owner.id });
    expect(accepting(list, colleague, { person: owner })).toEqual({ ok: true, value: { does: "nothing" } });
    expect(accepting(list, colleague).ok).toBe(true);
  });
});

describe("whatever is done in whatever order", () => {
  const people = ["a", "b", "c", "d"].map((id) =>
    aPerson({ id: PersonId.parse(id), name: id, email: email(id) }),
  );
  const owner = aPerson({ id: application.owner.id, email: EmailAddress.parse(application.owner.email) });
  const everybody = [...people, owner];
  const step = fc.record({
    does: fc.constantFrom("invite", "accept", "remove", "change", "hand-over"),
    who: fc.nat(4),
    colleague: fc.nat(5),
    may: fc.constantFrom("edit", "read"),
    minutes: fc.nat(60 * 24 * 8),
  });

  interface World {
    readonly application: Application;
    readonly list: ColleagueList;
    readonly removed: ReadonlySet<string>;
  }

  const accessOf = ({ application: { owner: own }, list }: World, id: string): May | undefined =>
    own.id === id ? "own" : joinedIn(list).find(({ person }) => person.id === id)?.may;

  const doStep = (
    world: World,
    one: { does: string; may: string; colleague: number; who: number },
    now: typeof at,
  ): World => {
    const { list } = world;
    const may: ColleagueMay = one.may === "edit" ? "edit" : "read";
    const colleague = list.colleagues[one.colleague];
    const person = everybody[one.who] ?? owner;
    if (one.does === "invite") {
      const decided = invite(list, { address: person.email, may, when: now, to: world.application });
      return decided.ok ? { ...world, list: withInvitation(list, decided.value) } : world;
    }
    if (!colleague) return world;
    if (one.does === "accept") {
      const decided = decideAcceptance(world.application, list, {
        colleague,
        keyHash: "right",
        person,
        language: "nn",
        at: now,
      });
      if (!decided.ok || decided.value.does === "nothing") return world;
      const removed = new Set([...world.removed].filter((id) => id !== person.id));
      return { ...world, removed, list: withJoined(list, decided.value.joined) };
    }
    if (one.does === "remove") {
      const gone = colleague.state === "joined" ? [colleague.person.id] : [];
      return {
        ...world,
        removed: new Set([...world.removed, ...gone]),
        list: withoutColleague(list, colleague),
      };
    }
    if (one.does === "change") return { ...world, list: withMay(list, colleague, may) };
    const from = everybody.find(({ id }) => id === world.application.owner.id) ?? owner;
    return mayTakeOver(colleague)
      ? { ...world, ...handedOver(world.application, list, { to: colleague, from, id: newId(), at: now }) }
      : world;
  };

  test("there is one owner, nobody twice, nobody let in who was removed, and every change counts", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let world: World = { application, list: noColleagues, removed: new Set() };
        let now = at;
        for (const one of steps) {
          now = now.add({ minutes: one.minutes % 500 });
          const next = doStep(world, one, now);
          expect(next.list.revision - world.list.revision).toBe(next === world ? 0 : 1);
          world = next;
          expect(everybody.filter(({ id }) => accessOf(world, id) === "own")).toHaveLength(1);
          const inside = joinedIn(world.list).map(({ person }) => person.id);
          expect(new Set(inside).size).toBe(inside.length);
          expect(inside).not.toContain(world.application.owner.id);
          for (const id of world.removed) expect(accessOf(world, id)).toBeUndefined();
          const addresses = world.list.colleagues.map((colleague) => colleague.email);
          expect(addresses).toEqual([...addresses].map((address) => address.toLowerCase()));
          expect(world.list.colleagues.filter(({ state }) => state === "invited").length).toBeLessThanOrEqual(
            10,
          );
        }
      }),
    );
  });

  test("the old owner becomes a colleague who may write, and nobody else changes", () => {
    const { list, colleague } = invited(noColleagues);
    const accepted = accepting(list, colleague);
    if (!accepted.ok || accepted.value.does !== "join") throw new Error("did not join");
    const { joined } = accepted.value;
    const next = handedOver(application, withJoined(list, joined), {
      to: joined,
      from: owner,
      id: newId(),
      at,
    });
    expect(next.application).toEqual({ ...application, owner: joined.person });
    expect(next.list.colleagues).toMatchObject([
      { state: "joined", may: "edit", person: { id: owner.id }, language: application.language },
    ]);
  });

  test("only somebody who has joined and may write can take over", () => {
    const { colleague } = invited(noColleagues);
    expect(mayTakeOver(colleague)).toBe(false);
    const accepted = accepting(invited(noColleagues).list, colleague);
    const joined = accepted.ok && accepted.value.does === "join" ? accepted.value.joined : undefined;
    expect(joined && mayTakeOver(joined)).toBe(true);
    expect(joined && mayTakeOver({ ...joined, may: "read" })).toBe(false);
  });
});
