import { beforeEach, describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import type { Extension } from "#shared/domain/extension.ts";
import { MessageId } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { extend, extendedApplications, reopen } from "#shared/records/extensions.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { kept } from "../support/begun.ts";
import { aMessage, anEvent } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { applicantAt } from "./applicant.ts";

let table: Table;
let applicant: ReturnType<typeof applicantAt>;
beforeEach(async () => {
  table = await freshTable();
  applicant = applicantAt(table);
});

const extensionUntil = (localTime: string): Extension => ({
  until: { kind: "moment", localTime, timeZone: "Europe/Oslo" },
  reason: "Sykdom",
  grantedBy: { id: "ola", name: "Ola" },
  grantedAt: instant("2024-06-21T15:00:00Z"),
});
const monday = extensionUntil("2024-06-24T12:00:00");
const tuesday = extensionUntil("2024-06-25T12:00:00");

const noticesOf = (application: Application, { until }: Extension) =>
  ["", ".00"].map((whom) =>
    aMessage(application, {
      id: MessageId.parse(
        `extension-granted.${application.id}.${lastInstantOf(until).epochMilliseconds}${whom}`,
      ),
    }),
  );

const grant = (application: Application, extension: Extension) =>
  extend(table, {
    application,
    extension,
    event: anEvent({ what: "extension-granted" }),
    messages: noticesOf(application, extension),
  });

const extended = async () => (await extendedApplications(table)).map(({ id }) => id);

describe("an extension", () => {
  test("is kept with its event and the mails that tell of it, and is found by whoever looks after it", async () => {
    const application = await applicant.draft();
    expect(await grant(application, monday)).toBe("extended");
    expect(await kept(table, application)).toMatchObject({ state: "draft", extension: monday });
    expect((await historyOf(table, application.id)).at(-1)?.what).toBe("extension-granted");
    expect(await messagesOf(table, application.id)).toHaveLength(2);
    expect(await extended()).toContain(application.id);
  });

  test.for(["submitted", "withdrawn", "expired"] as const)(
    "of one that is %s leaves it so, unless it had expired",
    async (state) => {
      const application = await applicant.draft();
      if (state === "expired") await applicant.missDeadline(application);
      else await applicant.send(application, { applicant: 1 });
      if (state === "withdrawn") await applicant.takeBack(await kept(table, application));
      await grant(await kept(table, application), monday);
      expect(await kept(table, application)).toMatchObject({
        state: state === "expired" ? "draft" : state,
        extension: monday,
      });
    },
  );

  test("of one that has changed since it was read leaves no trace", async () => {
    const application = await applicant.draft();
    await grant(application, monday);
    const before = await applicant.traces(application);
    expect(await grant(application, tuesday)).toBe("changed");
    expect(await applicant.traces(application)).toEqual(before);
  });

  test("that is longer takes the place of the one before", async () => {
    const application = await applicant.draft();
    await grant(application, monday);
    const once = await kept(table, application);
    await grant(once, tuesday);
    expect(await kept(table, application)).toMatchObject({ extension: tuesday });
    expect((await extended()).filter((id) => id === application.id)).toHaveLength(1);
  });

  test("is found also when the draft has expired: what is deleted in the end has a deadline of its own", async () => {
    const application = await applicant.draft();
    await grant(application, monday);
    await applicant.missDeadline(await kept(table, application));
    expect(await extended()).toContain(application.id);
    expect(await kept(table, application)).toMatchObject({ state: "expired", extension: monday });
  });
});

test("a draft that had expired is one again, once", async () => {
  const application = await applicant.draft();
  await applicant.missDeadline(application);
  const expired = await kept(table, application);
  const change = { application: expired, event: anEvent({ what: "application-reopened" }) };
  expect(await Promise.all([reopen(table, change), reopen(table, change)])).toEqual(
    expect.arrayContaining(["reopened", "changed"]),
  );
  expect(await kept(table, application)).toMatchObject({ state: "draft" });
});
