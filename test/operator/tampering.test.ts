import { beforeAll, describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { instant } from "#shared/domain/time.ts";
import { callEventPut } from "#shared/records/events.ts";
import { recordLook } from "#shared/records/looks.ts";
import { withdraw } from "#shared/records/submissions.ts";
import { decode, encode } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { auditAll } from "../../operator/audit-all.ts";
import { keepDraft } from "../functions/records.ts";
import { kept } from "../support/begun.ts";
import { aMessage, anApplication, anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { auditing } from "./auditing.ts";
import { altered, putRaw, rawItemsOf, removeRaw } from "./tamper.ts";

const table = await freshTable();
const { sent, codesOf, item, tamper, given, source } = await auditing(table);

const noteDeletion = async ({ reference, lastEvent }: Application) => {
  const { Item } = callEventPut(table, nic2024.call.id, anEvent());
  const detail = { S: `${reference} withdrawn 3 ${lastEvent}` };
  await putRaw(table, { ...Item, what: { S: "application-deleted" }, detail });
};

beforeAll(async () => {
  await keepDraft(table);
  const application = await sent();
  await recordLook(table, application, anEvent({ what: "application-viewed" }));
  await withdraw(table, {
    application: await kept(table, application),
    at: instant("2024-06-20T20:00:00Z"),
    event: anEvent({ what: "application-withdrawn", at: instant("2024-06-20T20:00:00Z") }),
    message: aMessage(application, { id: aMessage(anApplication()).id }),
  });
});

test("what the service wrote has no break, signatures and all", async () => {
  const { breaks, findings } = await auditAll(source, given);
  expect(breaks).toEqual([]);
  expect(findings.map(({ events }) => events).sort()).toEqual([1, 4]);
  expect(findings.flatMap(({ signatures }) => signatures)).toEqual(["valid"]);
});

test.for(["EVENT#000001", "EVENT#000002", "SUBMISSION#001", "RECEIPT#001"])(
  "any other value in any attribute of %s is named",
  async (sort) => {
    const application = await sent();
    const original = await item(application, sort);
    const ours = Object.entries(original).filter(([name]) => !["pk", "sk", "item"].includes(name));
    expect(ours.length).toBeGreaterThan(1);
    for (const [name, value] of ours) {
      await putRaw(table, { ...original, [name]: altered(value) });
      const named = (await codesOf(application)).map(([, number]) => number);
      expect({ name, named }).toEqual({ name, named: expect.arrayContaining([Number(sort.slice(-3))]) });
    }
    await putRaw(table, original);
    expect(await codesOf(application)).toEqual([]);
  },
);

describe("named is", () => {
  test.for([
    ["EVENT#000001", ["event-missing", 1]],
    ["EVENT#000002", ["head-differs", 2]],
    ["SUBMISSION#001", ["submission-missing", 1]],
    ["RECEIPT#001", ["receipt-missing", 1]],
    ["APPLICATION", ["application-missing", 0]],
  ] as const)("%s when it is removed", async ([sort, found]) => {
    const application = await sent();
    await removeRaw(table, await item(application, sort));
    expect(await codesOf(application)).toContainEqual(found);
  });

  test("an application that is gone with all that was its own", async () => {
    const application = await sent();
    for (const one of (await rawItemsOf(table, application)).values()) await removeRaw(table, one);
    expect(await codesOf(application)).toEqual([["application-missing", 0]]);
    await noteDeletion(application);
    expect(await codesOf(application)).toEqual([]);
  });

  test("an application whose deletion is begun, unless the call's events say so", async () => {
    const application = await sent();
    await removeRaw(table, await item(application, "RECEIPT#001"));
    await tamper(application, "APPLICATION", { state: "deleting", owner: undefined, revision: undefined });
    expect((await codesOf(application)).map(([code]) => code)).toContain("application-unreadable");
    await noteDeletion(application);
    expect(await codesOf(application)).toEqual([]);
  });

  test.for([
    ["EVENT", "2", "event-out-of-place"],
    ["EVENT", "000003", "head-differs"],
    ["EVENT", "000002x", "event-out-of-place"],
    ["SUBMISSION", "002", "submission-without-event"],
    ["SUBMISSION", "1", "submission-without-event"],
    ["RECEIPT", "002", "receipt-without-event"],
  ] as const)("%s#%s when it is slipped in", async ([kind, place, code]) => {
    const application = await sent();
    const like = { EVENT: "EVENT#000002", SUBMISSION: "SUBMISSION#001", RECEIPT: "RECEIPT#001" }[kind];
    await putRaw(table, { ...(await item(application, like)), sk: { S: `${kind}#${place}` } });
    expect((await codesOf(application)).map(([named]) => named)).toContain(code);
  });

  test.for([
    [{ state: "draft" }, "state-differs"],
    [{ level: "impact" }, "level-differs"],
    [{ submissions: 2 }, "submissions-miscounted"],
    [{ owner: { id: "person-9", name: "X", email: "x@eksempel.example" } }, "owner-differs"],
    [{ submittedAt: "2024-06-20T11:00:00.000Z" }, "times-differ"],
    [{ revision: 3 }, "head-differs"],
    [{ callKey: "CALL#nic-2024#NOWHERE#0" }, "listing-differs"],
    [{ callId: "nic-2023" }, "call-differs"],
    [{ state: "nothing" }, "application-unreadable"],
    [{ reference: anApplication().reference }, "reference-missing"],
  ] as const)("an application with %j", async ([change, code]) => {
    const application = await sent();
    await tamper(application, "APPLICATION", change);
    expect((await codesOf(application)).map(([named]) => named)).toContain(code);
  });

  test("a reference that leads to another application, and two applications with one", async () => {
    const [one, other] = [await sent(), await sent()];
    const key = encode({ ...keys.reference(one.reference) });
    await putRaw(table, { ...key, applicationId: { S: other.id } });
    expect(await codesOf(one)).toEqual([["reference-leads-elsewhere", 0]]);
    expect(await codesOf(other)).toEqual([["reference-leads-elsewhere", 0]]);
    await tamper(other, "APPLICATION", { reference: one.reference });
    expect((await codesOf(other)).map(([code]) => code)).toContain("reference-twice");
  });
});

test("half of a change that was made while the table was read is no break", async () => {
  const application = await sent();
  const before = await item(application, "APPLICATION");
  await recordLook(table, application, anEvent({ what: "application-viewed" }));
  const after = [...(await rawItemsOf(table, application)).values()];
  const torn = after.map((one) => decode(one["sk"]?.S === "APPLICATION" ? before : one));
  const items = async function* () {
    yield* torn;
  };
  const once = await auditAll({ together: true, items }, given);
  expect(once.breaks.map(({ code }) => code)).toContain("head-differs");
  const again = await auditAll({ ...source, items }, given);
  expect(again.breaks).toEqual([]);
});
