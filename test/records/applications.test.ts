import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { CallId } from "#shared/domain/call.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import {
  applicationsOf,
  applicationsOfCall,
  findApplication,
  startApplication,
} from "#shared/records/applications.ts";
import { historyOf } from "#shared/records/history.ts";
import { anApplication, anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();

const start = (application = anApplication()) => startApplication(table, { application, event: anEvent() });

describe("a new application", () => {
  test("is found again as it was written, with its first event", async () => {
    const application = anApplication({ cluster: "Blå klynge 🐟" });
    const event = anEvent();
    expect(await startApplication(table, { application, event })).toBe("started");
    const [link] = await historyOf(table, application.id);
    expect(link).toMatchObject({ ...event, number: 1, previous: application.lastEvent });
    expect(await findApplication(table, application.id)).toEqual({
      ...application,
      revision: 1,
      lastEvent: link?.digest,
    });
  });

  test("cannot take an id that is taken, and leaves nothing behind", async () => {
    const first = anApplication();
    await start(first);
    const second = anApplication({ id: first.id, cluster: "An other" });
    expect(await start(second)).toBe("id-taken");
    expect(await findApplication(table, first.id)).toMatchObject({ reference: first.reference, revision: 1 });
    expect(await historyOf(table, first.id)).toHaveLength(1);
    expect(await start(anApplication({ reference: second.reference }))).toBe("started");
  });

  test("cannot take a reference that is taken, and leaves nothing behind", async () => {
    const first = anApplication();
    await start(first);
    const second = anApplication({ reference: first.reference });
    expect(await start(second)).toBe("reference-taken");
    expect(await findApplication(table, second.id)).toBeUndefined();
    expect(await historyOf(table, second.id)).toEqual([]);
  });

  test("is started once by twenty requests at the same time", async () => {
    const id = anApplication().id;
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => start(anApplication({ id }))));
    expect(outcomes.filter((outcome) => outcome === "started")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "id-taken")).toHaveLength(19);
    expect(await historyOf(table, id)).toHaveLength(1);
  });
});

describe("applications", () => {
  const references = (all: readonly (Application | undefined)[]) => all.map((one) => one?.reference);
  const ownedBy = (name: string) => ({ id: PersonId.parse(name), name, email: `${name}@eksempel.example` });

  test("of a person come the newest first, and nobody else's", async () => {
    const [first, second, third] = ["07", "08", "09"].map((hour) =>
      anApplication({ owner: ownedBy("anne"), startedAt: instant(`2024-05-02T${hour}:00:00Z`) }),
    );
    for (const application of [second, first, third]) await start(application);
    await start(anApplication({ owner: ownedBy("anne#2") }));
    expect(references(await applicationsOf(table, PersonId.parse("anne")))).toEqual(
      references([third, second, first]),
    );
    expect(await applicationsOf(table, PersonId.parse("ann"))).toEqual([]);
  });

  test("of a person are all there when they are more than DynamoDB hands out at once", async () => {
    const owner = ownedBy("much");
    const applications = Array.from({ length: 30 }, () =>
      anApplication({ owner, cluster: "k".repeat(50_000) }),
    );
    await Promise.all(applications.map(start));
    const found = await applicationsOf(table, owner.id);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(applications.map(({ id }) => id)));
  });

  test("of a call come from all partitions in the order they were started, and no other call's", async () => {
    const callId = CallId.parse("havet-2025");
    const applications = Array.from({ length: 40 }, (_, i) =>
      anApplication({ callId, startedAt: instant(1_714_000_000_000 + i * 1000) }),
    );
    await Promise.all(applications.toReversed().map(start));
    expect(references(await applicationsOfCall(table, callId))).toEqual(references(applications));
    expect(await applicationsOfCall(table, CallId.parse("havet-202"))).toEqual([]);
  });
});
