import fc from "fast-check";
import type { Application } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import type { Registration } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { findApplication } from "#shared/records/applications.ts";
import { beginDeletion, finishDeletion } from "#shared/records/deletions.ts";
import { countRecords, mostCounted } from "#shared/records/numbers.ts";
import { findRegistration, keepRegistration } from "#shared/records/registrations.ts";
import { type Key, keys } from "#shared/records/table-keys.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { anEvent, aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt } from "./applicant.ts";

export const heardAt = instant("2024-06-21T14:00:00Z");

/** Applications and registrations in a table of their own, and what can happen to them. */
export const world = async () => {
  const table = await freshTable();
  const applicant = applicantAt(table);
  const applications: Application[] = [];
  const registrations: Registration[] = [];
  const stored = (at: number): Promise<Application | undefined> | undefined => {
    const one = applications[at % Math.max(1, applications.length)];
    return one && findApplication(table, one.id);
  };
  const deeds = {
    start: async (n: number) => {
      applications.push(await applicant.start({ level: Level.options[n % 3] ?? "connect" }));
    },
    send: async (n: number) => {
      const one = await stored(n);
      if (one) await applicant.send(one, {});
    },
    takeBack: async (n: number) => {
      const one = await stored(n);
      if (one?.state === "submitted") await applicant.takeBack(one);
    },
    delete: async (n: number) => {
      const one = await stored(n);
      if (!one) return;
      await beginDeletion(table, one, anEvent({ what: "application-deleted" }));
      if (n % 2) await finishDeletion(table, one);
    },
    register: async (n: number) => {
      const registration = aRegistration({ state: n % 2 ? "registered" : "waiting" });
      await keepRegistration(table, { registration });
      registrations.push(registration);
    },
    cancel: async (n: number) => {
      const { webinarId, id } = registrations[n % Math.max(1, registrations.length)] ?? {};
      const earlier = webinarId && id && (await findRegistration(table, webinarId, id));
      if (earlier)
        await keepRegistration(table, {
          registration: { ...earlier, state: "cancelled", revision: earlier.revision + 1 },
          earlier,
        });
    },
  };
  const all = (): Key[] => [
    ...applications.map(({ id }) => keys.application(id)),
    ...registrations.map(({ webinarId, id }) => keys.registration(webinarId, id)),
  ];
  const count = async (keys: readonly Key[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += mostCounted)
      await countRecords(table, keys.slice(from, from + mostCounted), heardAt);
  };
  return { table, deeds, all, count };
};

export const deed = fc.tuple(
  fc.constantFrom("start", "start", "send", "takeBack", "delete", "register", "register", "cancel"),
  fc.nat(20),
);
/** What the stream or an operator does in between. */
export const hearing = fc.oneof(
  fc.record({ hear: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), twice: fc.boolean() }),
  fc.constant("anew" as const),
);

type Hearing = typeof hearing extends fc.Arbitrary<infer One> ? One : never;

export const hear = async (
  { table, all }: Awaited<ReturnType<typeof world>>,
  heard: Hearing | null,
): Promise<void> => {
  if (heard === "anew") await countAnew(table, heardAt);
  else if (heard && all().length > 0) {
    const some = [...new Set(heard.hear.map((at) => at % all().length))].map((at) => all()[at]);
    const told = some.filter((key) => key !== undefined);
    await Promise.all([
      countRecords(table, told, heardAt),
      ...(heard.twice ? [countRecords(table, told, heardAt)] : []),
    ]);
  }
};

/** Lets a story happen; in the end all has been heard of. */
export const tell = async (
  around: Awaited<ReturnType<typeof world>>,
  happening: typeof story extends fc.Arbitrary<infer Story> ? Story : never,
): Promise<void> => {
  for (const [[what, n], heard] of happening) {
    await around.deeds[what](n);
    await hear(around, heard);
  }
  await around.count(around.all());
};

/** What happens one after the other, with what is heard of it in between. */
export const story = fc.array(fc.tuple(deed, fc.option(hearing)), { maxLength: 14 });
