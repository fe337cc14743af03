import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { ColleagueId, handedOver } from "#shared/domain/colleague.ts";
import { type Extension, extensionDetail } from "#shared/domain/extension.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { changeLevel, markReviewed } from "#shared/records/applications.ts";
import { beginChange, endChange } from "#shared/records/changes.ts";
import { keepColleagues } from "#shared/records/colleague-changes.ts";
import { eventBy } from "#shared/records/events.ts";
import { extend, reopen } from "#shared/records/extensions.ts";
import { recordLook } from "#shared/records/looks.ts";
import { applicantAt } from "../records/applicant.ts";
import { aPerson } from "../support/builders.ts";
import { join, storedColleagues } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import { auditing } from "./auditing.ts";

const table = await freshTable();
const { codesOf } = await auditing(table);
const { draft, stored, save, send, takeBack, missDeadline } = applicantAt(table);

// Within the hour in which a receipt may wait for its signature.
const at = instant("2024-06-20T12:30:00.000Z");
const person = aPerson();
const staff = { id: "ola", name: "Ola" };
const applicant = { at, person };
const officer = { at, person: staff };

const extension: Extension = {
  until: { kind: "moment", localTime: "2024-06-24T12:00:00", timeZone: "Europe/Oslo" },
  reason: "Sykdom",
  grantedBy: staff,
  grantedAt: at,
};

const begin = (application: Application) =>
  beginChange(table, { application, at, event: eventBy(applicant, "change-begun", "1") });

/** What may happen to an application, each by what the service does it with. */
const happenings = {
  send: (application) => send(application),
  "begin a change": begin,
  "send again": async (application) => {
    await begin(application);
    await send(await stored(application));
  },
  "give up a change": async (application) => {
    await begin(application);
    const event = eventBy(applicant, "change-ended", "1");
    await endChange(table, {
      application: await stored(application),
      event,
      compared: {},
      unsent: { at },
    });
  },
  withdraw: (application) => takeBack(application),
  expire: (application) => missDeadline(application),
  reopen: (application) => reopen(table, { application, event: eventBy(applicant, "application-reopened") }),
  extend: (application) => {
    const event = eventBy(officer, "extension-granted", extensionDetail(extension));
    return extend(table, { application, extension, event, messages: [] });
  },
  "change the level": (application) => {
    const event = eventBy(applicant, "level-changed", `${application.level} → impact`);
    return changeLevel(table, { application, level: "impact", event });
  },
  look: (application) => recordLook(table, application, eventBy(officer, "application-viewed")),
  review: (application) => markReviewed(table, application.id, at),
  write: (application) => save(application, { section: "budget" }),
  "hand over": async (application) => {
    const line = aPerson({ id: PersonId.parse(randomUUID()), name: "Line" });
    const to = await join(table, application, line);
    const before = await storedColleagues(table, application);
    const id = ColleagueId.parse(randomUUID());
    const after = handedOver(before.application, before.list, { to, from: person, id, at });
    const event = eventBy(applicant, "ownership-handed-over", to.id);
    await keepColleagues(table, { before, after, event });
  },
} satisfies Record<string, (application: Application) => Promise<unknown>>;

type Happening = keyof typeof happenings;

test.for<readonly [readonly Happening[]]>([
  [["review", "write"]],
  [["change the level", "send", "look", "withdraw"]],
  [["send", "send again", "look", "give up a change", "send again", "begin a change"]],
  [["send", "begin a change", "withdraw"]],
  [["expire", "reopen", "expire", "extend", "send", "withdraw", "extend"]],
  [["hand over", "send", "withdraw", "change the level"]],
])("what the service does has no break: %j", async ([names]) => {
  const application = await draft();
  for (const name of names) {
    const before = await stored(application);
    await happenings[name](before);
    expect({ name, broken: await codesOf(application) }).toEqual({ name, broken: [] });
    const isTold = (await stored(application)).revision > before.revision;
    expect({ name, isTold }).toEqual({ name, isTold: !["review", "write"].includes(name) });
  }
});
