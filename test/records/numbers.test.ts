import fc from "fast-check";
import { expect, test } from "vitest";
import { type Application, ApplicationState } from "#shared/domain/application.ts";
import { CallId, Level } from "#shared/domain/call.ts";
import { type Registration, RegistrationState } from "#shared/domain/registration.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOfCall, findApplication } from "#shared/records/applications.ts";
import { beginDeletion, finishDeletion } from "#shared/records/deletions.ts";
import { beginCounting, countRecords, readNumbers, showCounting } from "#shared/records/numbers.ts";
import { findRegistration, keepRegistration, registrationsOfCall } from "#shared/records/registrations.ts";
import { openTable, type Table } from "#shared/records/table.ts";
import { type Key, keys } from "#shared/records/table-keys.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { anEvent, aRegistration } from "../support/builders.ts";
import { cancelled, freshTable, withFirstTransactionRefused } from "../support/dynamodb.ts";
import { applicantAt } from "./applicant.ts";

const nic = CallId.parse("nic-2024");

const named = <Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value) =>
  Object.fromEntries(names.map((name) => [name, value(name)]));

/** The numbers, counted from the lists themselves. */
const recounted = async (table: Table) => {
  const applications = await applicationsOfCall(table, nic);
  const registrations = await registrationsOfCall(table, nic);
  const of = (level: Level, state: ApplicationState) =>
    applications.filter((one) => one.level === level && one.state === state).length;
  return {
    applications: named(Level.options, (level) =>
      named(ApplicationState.options, (state) => of(level, state)),
    ),
    registrations: named(
      RegistrationState.options,
      (state) => registrations.filter((one) => one.state === state).length,
    ),
    started: applications.length,
    sent: applications.filter(({ state }) => state === "submitted").length,
    registered: registrations.filter(({ state }) => state !== "cancelled").length,
  };
};

const shown = async (table: Table) => {
  const { days, ...numbers } = await readNumbers(table, nic);
  const sum = (of: "started" | "sent" | "registered") => days.reduce((all, day) => all + day[of], 0);
  return { ...numbers, started: sum("started"), sent: sum("sent"), registered: sum("registered") };
};

const world = async () => {
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
  return { table, deeds, all };
};

const deed = fc.tuple(
  fc.constantFrom("start", "start", "send", "takeBack", "delete", "register", "register", "cancel"),
  fc.nat(20),
);
/** What the stream or an operator does in between. */
const hearing = fc.oneof(
  fc.record({ hear: fc.array(fc.nat(20), { minLength: 1, maxLength: 8 }), twice: fc.boolean() }),
  fc.constant("anew" as const),
);

test("whatever happens, and however it is heard of, the numbers shown are those of the records", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(deed, fc.option(hearing)), { maxLength: 14 }), async (story) => {
      const { table, deeds, all } = await world();
      for (const [[what, n], heard] of story) {
        await deeds[what](n);
        if (heard === "anew") await countAnew(table);
        else if (heard && all().length > 0) {
          const some = [...new Set(heard.hear.map((at) => at % all().length))].map((at) => all()[at]);
          const told = some.filter((key) => key !== undefined);
          await Promise.all([countRecords(table, told), ...(heard.twice ? [countRecords(table, told)] : [])]);
        }
      }
      for (let from = 0; from < all().length; from += 20)
        await countRecords(table, all().slice(from, from + 20));
      expect(await shown(table)).toEqual(await recounted(table));
      await countAnew(table);
      expect(await shown(table)).toEqual(await recounted(table));
    }),
    { numRuns: 15 },
  );
}, 120_000);

test("a new counting is shown when it is whole, and what changes meanwhile is in it", async () => {
  const { table, deeds, all } = await world();
  await deeds.start(0);
  await deeds.register(1);
  await countRecords(table, all());
  await beginCounting(table);
  await deeds.start(1);
  await countRecords(table, all().slice(1, 2));
  expect(await shown(table)).toMatchObject({ started: 1, registered: 1 });
  await countRecords(table, all());
  expect(await shown(table)).toMatchObject({ started: 1, registered: 1 });
  await showCounting(table, [nic]);
  expect(await shown(table)).toMatchObject({ started: 2, registered: 1 });
});

test("who is about to write when a new counting begins counts in that one", async () => {
  const { table, deeds, all } = await world();
  await deeds.start(0);
  const slow = openTable(table.name);
  let begun = false;
  slow.client.middlewareStack.add(
    (next, { commandName }) =>
      async (given) => {
        if (commandName === "TransactWriteItemsCommand" && !begun) {
          begun = true;
          await beginCounting(table);
        }
        return next(given);
      },
    { step: "initialize" },
  );
  await countRecords(slow, all());
  await showCounting(table, [nic]);
  expect(await shown(table)).toMatchObject({ started: 1 });
});

test("what was sent is counted on its day in Oslo, and of a withdrawn one only that it was begun", async () => {
  const { table } = await world();
  const applicant = applicantAt(table);
  const late = await applicant.start({ startedAt: instant("2024-06-19T22:00:00.000Z") });
  await applicant.send(late, {});
  const withdrawn = await applicant.start({ startedAt: instant("2024-06-19T21:59:59.999Z") });
  await applicant.send(withdrawn, {});
  await applicant.takeBack(await applicant.stored(withdrawn));
  await countRecords(table, [keys.application(late.id), keys.application(withdrawn.id)]);
  expect((await readNumbers(table, nic)).days).toEqual([
    { day: "2024-06-19", started: 1, sent: 0, registered: 0 },
    { day: "2024-06-20", started: 1, sent: 1, registered: 0 },
  ]);
});

test("somebody in the way is waited for, and nothing is counted twice", async () => {
  const { table, deeds, all } = await world();
  await deeds.start(0);
  const conflict = cancelled("None", "None", "TransactionConflict", "None");
  await countRecords(withFirstTransactionRefused(table, conflict), all());
  await countRecords(table, all());
  expect(await shown(table)).toMatchObject({ started: 1 });
});
