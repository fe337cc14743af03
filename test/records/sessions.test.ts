import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { sha256 } from "#shared/domain/digest.ts";
import { instant } from "#shared/domain/time.ts";
import {
  endSession,
  findSession,
  followSession,
  keepSession,
  keepSignIn,
  type SignIn,
  takeSignIn,
} from "#shared/records/sessions.ts";
import { decode, encode } from "#shared/records/table.ts";
import { keys } from "#shared/records/table-keys.ts";
import { aSession } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";

const table = await freshTable();
const expiresAt = instant("2024-05-14T21:30:00.500Z");
const justBefore = expiresAt.subtract({ milliseconds: 1 });

describe("a session", () => {
  test("counts until it expires, and not at that instant", async () => {
    const session = aSession({ expiresAt });
    await keepSession(table, sha256("one"), session);
    expect(await findSession(table, sha256("one"), justBefore)).toEqual(session);
    expect(await findSession(table, sha256("one"), expiresAt)).toBeUndefined();
    expect(await findSession(table, sha256("other"), justBefore)).toBeUndefined();
  });

  test("may be removed by DynamoDB only when it has expired", async () => {
    await keepSession(table, sha256("ttl"), aSession({ expiresAt }));
    const { Item = {} } = await table.client.send(
      new GetItemCommand({ TableName: table.name, Key: encode({ ...keys.session(sha256("ttl")) }) }),
    );
    expect(decode(Item)["ttl"]).toBe(instant("2024-05-14T21:30:01Z").epochMilliseconds / 1000);
  });

  test("that has been ended is over, and ending it again does no harm", async () => {
    await keepSession(table, sha256("ended"), aSession({ expiresAt }));
    await endSession(table, sha256("ended"));
    await endSession(table, sha256("ended"));
    expect(await findSession(table, sha256("ended"), justBefore)).toBeUndefined();
  });
});

describe("a session in use", () => {
  const begun = aSession({
    expiresAt: instant("2024-05-14T09:00:00.000Z"),
    endsAt: instant("2024-05-14T20:00:00.000Z"),
  });

  test("goes on for an hour from then, also for whoever asks next", async () => {
    await keepSession(table, sha256("used"), begun);
    const longer = await followSession(table, sha256("used"), instant("2024-05-14T08:56:00Z"));
    expect(longer).toEqual({ ...begun, expiresAt: instant("2024-05-14T09:56:00Z") });
    expect(await findSession(table, sha256("used"), instant("2024-05-14T09:55:00Z"))).toEqual(longer);
  });

  test("is not written again right after", async () => {
    await keepSession(table, sha256("busy"), begun);
    const asked = instant("2024-05-14T08:02:00Z");
    expect(await followSession(table, sha256("busy"), asked)).toEqual(begun);
    expect(await findSession(table, sha256("busy"), asked)).toEqual(begun);
  });

  test("that has expired or is ended meanwhile does not come back", async () => {
    await keepSession(table, sha256("over"), begun);
    expect(await followSession(table, sha256("over"), begun.expiresAt)).toBeUndefined();
    const asked = instant("2024-05-14T08:56:00Z");
    const [during] = await Promise.all([
      followSession(table, sha256("over"), asked),
      endSession(table, sha256("over")),
    ]);
    expect([undefined, instant("2024-05-14T09:56:00Z")]).toContainEqual(during?.expiresAt);
    expect(await followSession(table, sha256("over"), asked)).toBeUndefined();
  });
});

describe("a sign-in under way", () => {
  const signIn: SignIn = {
    verifier: "v".repeat(43),
    nonce: "n".repeat(43),
    browserHash: sha256("browser"),
    to: "/nb/my-page",
    language: "nb",
    expiresAt,
  };

  test("is taken once, by one of ten at the same time", async () => {
    await keepSignIn(table, sha256("state"), signIn);
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => takeSignIn(table, sha256("state"), justBefore)),
    );
    expect(taken.filter((one) => one !== undefined)).toEqual([signIn]);
  });

  test("that has expired or never was cannot be taken", async () => {
    await keepSignIn(table, sha256("late"), signIn);
    expect(await takeSignIn(table, sha256("late"), expiresAt)).toBeUndefined();
    expect(await takeSignIn(table, sha256("late"), justBefore)).toBeUndefined();
    expect(await takeSignIn(table, sha256("forged"), justBefore)).toBeUndefined();
  });

  test("is no session, nor a session a sign-in", async () => {
    await keepSignIn(table, sha256("both"), signIn);
    expect(await findSession(table, sha256("both"), justBefore)).toBeUndefined();
  });
});
