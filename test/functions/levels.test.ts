import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application } from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import { formFor } from "#shared/form/levels.ts";
import { changeLevel, findApplication } from "#shared/records/applications.ts";
import { historyOf } from "#shared/records/history.ts";
import { readSections, saveSection } from "#shared/records/sections.ts";
import { submissionsOf } from "#shared/records/submissions.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { completeDraft } from "../support/answers.ts";
import { begin } from "../support/begun.ts";
import { anEvent, aSection } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

const { keys } = await openTestKeys("2024-1");
let table: Table;
let ask: (request: Request) => Promise<Told>;
let owner: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, (around) => [
    ...draftRoutes({ table, register: nobody }),
    ...submissionRoutes({ ...around, keys }),
  ]);
  owner = [await signedIn(table)];
});

const within = ({ id }: Application, rest: string) => `/nb/applications/${id}${rest}`;
const json = { accept: "application/json" };
const get = (application: Application, rest: string) =>
  ask({ path: within(application, rest), cookies: owner, headers: json });
const post = (application: Application, rest: string, body: unknown, at?: string) =>
  ask({ path: within(application, rest), method: "POST", json: body, cookies: owner, ...(at && { at }) });
const move = (application: Application, level: string, at?: string) =>
  post(application, "/level", { level }, at);

/** A draft with all that Connect and Impact ask for. */
const keepBoth = async (): Promise<Application> => {
  const application = await begin(table);
  const [connect, impact] = [completeDraft("connect"), completeDraft("impact")];
  const attachments = { ...connect["attachments"], ...impact["attachments"] };
  for (const [section, answers] of Object.entries({ ...impact, ...connect, attachments }))
    await saveSection(table, { application, section: aSection({ section, answers }) });
  return application;
};

const reviewed = async (application: Application) => {
  const { json } = await get(application, "/review");
  expect(json).toMatchObject({ problems: [] });
  return { idempotencyKey: randomUUID(), ...pick(json) };
};
const pick = (told: unknown) => {
  const { level, revisions } = Object(told);
  return { level, revisions };
};

test("the page says what each level is, what would come and go, and until when", async () => {
  const application = await keepBoth();
  const { text } = await ask({ path: within(application, "/level"), cookies: owner });
  for (const words of ["NIC Explore", "Kommer til: ", "Faller bort: ", "21. juni 2024 kl. 16.00"])
    expect(text).toContain(words);
  expect((await get(application, "/level")).json).toMatchObject({
    level: "connect",
    levels: [
      { level: "connect", state: "open", coming: [], going: [] },
      {
        level: "explore",
        deadline: "2024-06-21T14:00:00.000Z",
        coming: expect.arrayContaining(["explore"]),
        going: ["connect"],
      },
      { level: "impact", coming: expect.arrayContaining(["impact"]), going: ["connect"] },
    ],
  });
});

describe("a change of level", () => {
  test("loses nothing, there and back again, and is told in the history", async () => {
    const application = await keepBoth();
    const before = await readSections(table, application.id);
    for (const [i, level] of ["explore", "impact", "connect"].entries()) {
      const told = await move(application, level, `2024-04-1${i + 5}T07:00:00.000Z`);
      expect([told.status, told.json]).toEqual([200, { id: application.id, level }]);
      expect(await readSections(table, application.id)).toEqual(before);
      const { sections } = Object((await get(application, "")).json);
      expect(sections.map(({ id }: { id: string }) => id)).toEqual(
        Object.keys(formFor(nic2024.application, Level.parse(level)).sections),
      );
    }
    expect(await findApplication(table, application.id)).toMatchObject({ level: "connect", revision: 4 });
    expect(await historyOf(table, application.id)).toMatchObject([
      { what: "application-started" },
      { what: "level-changed", detail: "connect → explore", who: application.owner.id },
      { what: "level-changed", detail: "explore → impact" },
      { what: "level-changed", detail: "impact → connect" },
    ]);
  });

  test("leads a browser back to the sections; to the same level changes nothing", async () => {
    const application = await keepBoth();
    const form = { level: "impact" };
    for (const _ of ["once", "twice"]) {
      const told = await ask({ path: within(application, "/level"), method: "POST", form, cookies: owner });
      expect([told.status, told.headers["location"]]).toEqual([303, within(application, "")]);
    }
    expect(await findApplication(table, application.id)).toMatchObject({ level: "impact", revision: 2 });
    expect((await historyOf(table, application.id)).length).toBe(2);
  });

  test("is sent with the new level's answers alone", async () => {
    const application = await keepBoth();
    await move(application, "impact");
    expect((await post(application, "/submission", await reviewed(application))).status).toBe(201);
    const [submission] = await submissionsOf(table, application.id);
    expect(submission?.level).toBe("impact");
    expect(Object.keys(submission?.answers ?? {}).sort()).toEqual(
      Object.keys(formFor(nic2024.application, "impact").sections).sort(),
    );
    const hidden = Object.values(completeDraft("connect")["connect"] ?? {}).find(
      (answer) => typeof answer === "string",
    );
    expect(JSON.stringify(submission?.answers)).not.toContain(JSON.stringify(hidden));
  });

  test("after the review is not sent until it is reviewed again, whether or not the level is named", async () => {
    const application = await keepBoth();
    const sending = await reviewed(application);
    await move(application, "impact");
    const all = Object.keys(formFor(nic2024.application, "impact").sections);
    const { level: _, ...unnamed } = sending;
    for (const stale of [sending, unnamed, { ...unnamed, level: "connect" }]) {
      const refused = await post(application, "/submission", stale);
      expect(refused.json).toMatchObject({ type: "/problems/changed-since-review", sections: all });
    }
    expect(await submissionsOf(table, application.id)).toEqual([]);
    const { text } = await ask({ path: within(application, "/review"), cookies: owner });
    expect(text).toContain('name="level" value="impact"');
  });

  test("of a withdrawn application leaves its receipt as it was sent", async () => {
    const application = await keepBoth();
    await post(application, "/submission", await reviewed(application));
    await post(application, "/withdrawal", {});
    await move(application, "impact");
    const { text } = await ask({ path: within(application, "/receipt"), cookies: owner });
    expect(text).toContain(formFor(nic2024.application, "connect").sections["connect"]?.title.nb);
    expect(text).not.toContain(`>${nic2024.application.sections["impact"]?.title.nb}<`);
  });

  test("is refused of what is sent, and when it is late, and then nothing is written", async () => {
    const cases = [
      [await keepSubmitted(table), undefined, 409],
      [await keepBoth(), "2024-06-21T14:00:00.001Z", 410],
    ] as const;
    for (const [application, at, status] of cases) {
      expect((await move(application, "explore", at)).status).toBe(status);
      const page = { path: within(application, "/level"), cookies: owner, ...(at && { at }) };
      expect((await ask(page)).status).toBe(status);
      expect(await findApplication(table, application.id)).toMatchObject({ level: application.level });
    }
  });

  test("to no level is refused", async () => {
    const application = await keepBoth();
    for (const body of [{}, { level: "galactic" }, { level: "impact", admin: true }])
      expect((await post(application, "/level", body)).status).toBe(422);
  });
});

test("of two changes decided on the same application one is kept", async () => {
  const application = await keepBoth();
  const event = anEvent({ what: "level-changed" });
  const outcomes = await Promise.all(
    (["explore", "impact"] as const).map((level) =>
      changeLevel(table, { application, level, event: { ...event, id: randomUUID() } }),
    ),
  );
  expect(outcomes.sort()).toEqual(["changed", "kept"]);
  expect(await findApplication(table, application.id)).toMatchObject({ revision: 2 });
});
