import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { type Message, type MessageContent, owe } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { historyWrites } from "#shared/records/history.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import { oweOnce } from "#shared/records/messages.ts";
import { type Table, transact } from "#shared/records/table.ts";
import { begin, kept } from "../support/begun.ts";
import { anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { extend } from "../support/extended.ts";
import { delivered } from "./delivered.ts";
import { keepSent } from "./sent.ts";

const until = instant("2024-06-24T10:00:00Z");
const owedAt = instant("2024-06-20T10:00:00Z");

let table: Table;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
});

const owed = async (application: Application, content: MessageContent): Promise<Message> => {
  const id = `${content.kind}.${application.id}`;
  const message = owe({ id, to: application.owner.email, language: "nb", content }, owedAt);
  await oweOnce(table, message, ownerKeys.application(application.id));
  return message;
};

const about = ({ id: applicationId, callId, reference, level }: Application) => ({
  ...{ applicationId, callId, reference, level },
});

const extensionGranted = (one: Application) =>
  owed(one, {
    kind: "extension-granted",
    ...about(one),
    ...{ deadline: instant("2024-06-21T14:00:00Z"), until, reason: "Sykdom" },
  });

/** The deadline that holds for it is asked of the application, whichever way it got it. */
const deadlineMoved = (one: Application) =>
  owed(one, {
    kind: "deadline-moved",
    ...about(one),
    ...{ state: "draft", from: instant("2024-06-21T14:00:00Z"), to: until, reason: "Sykdom" },
  });

const changesNotSent = (one: Application) =>
  owed(one, {
    kind: "changes-not-sent",
    ...about(one),
    ...{ number: 1, receivedAt: owedAt, deadline: instant("2024-06-21T14:00:00Z") },
  });

const extended = async () => extend(table, await begin(table), "2024-06-24T12:00:00");

const changed = async (
  application: Application,
  text: string,
  values: Record<string, string>,
): Promise<Application> => {
  await transact(table, historyWrites(table, application, { event: anEvent(), change: { text, values } }));
  return kept(table, application);
};

const withdrawn = (one: Application) => changed(one, "#state = :state", { state: "withdrawn" });

const unsent = async (): Promise<Application> => {
  const application = await begin(table);
  await keepSent(table, application);
  return changed(await kept(table, application), "#changesUnsentAt = :at", {
    at: "2024-06-21T14:01:00.000Z",
  });
};

describe("a later deadline", () => {
  test.for([
    ["granted", extensionGranted],
    ["of the call", deadlineMoved],
  ] as const)("%s is told of while it holds", async ([, tell]) => {
    const { state, mail } = await delivered(table, await tell(await extended()));
    expect(state).toBe("sent");
    expect(mail?.text).toContain("24. juni 2024");
  });

  test.for([
    ["granted", extensionGranted],
    ["of the call", deadlineMoved],
  ] as const)(
    "%s is not told of when another holds, or it has passed, or the application is withdrawn",
    async ([, tell]) => {
      const longer = await extended();
      const message = await tell(longer);
      await extend(table, longer, "2024-06-28T12:00:00");
      expect(await delivered(table, message)).toMatchObject({ state: "obsolete", mail: undefined });
      const late = await tell(await extended());
      expect(await delivered(table, late, 5 * 24 * 60)).toMatchObject({ state: "obsolete" });
      const takenBack = await tell(await withdrawn(await extended()));
      expect(await delivered(table, takenBack)).toMatchObject({ state: "obsolete" });
    },
  );

  test("of the call is told to who has sent meanwhile as to somebody who has sent", async () => {
    const application = await extended();
    const message = await deadlineMoved(application);
    await keepSent(table, application);
    expect(await delivered(table, message)).toMatchObject({ state: "sent", content: { state: "submitted" } });
  });
});

describe("changes that were not sent", () => {
  test("are told of while it is so", async () => {
    const { state } = await delivered(table, await changesNotSent(await unsent()));
    expect(state).toBe("sent");
  });

  test.for([
    [
      "are being made again",
      (one: Application) => changed(one, "#changingSince = :at", { at: "2024-06-21T15:00:00.000Z" }),
    ],
    ["have been sent after all", (one: Application) => keepSent(table, one)],
    ["are in an application that is withdrawn", withdrawn],
  ] as const)("are not told of when they %s", async ([, happens]) => {
    const application = await unsent();
    const message = await changesNotSent(application);
    await happens(application);
    expect(await delivered(table, message)).toMatchObject({ state: "obsolete", mail: undefined });
  });
});
