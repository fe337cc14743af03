import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Application, ApplicationId } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { findApplication } from "#shared/records/applications.ts";
import { historyOf } from "#shared/records/history.ts";
import { readSections, saveSection } from "#shared/records/sections.ts";
import type { Table } from "#shared/records/table.ts";
import { routes } from "../../functions/draft/routes.ts";
import { completeDraft } from "../support/answers.ts";
import { begin } from "../support/begun.ts";
import { aPerson, aSection } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let cookies: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ table }) => routes({ table, register: nobody }));
  cookies = [await signedIn(table)];
});

const address = "/nb/calls/nic-2024/applications";
const start = (body: object, as = cookies) => ask({ path: address, method: "POST", json: body, cookies: as });
const draft = completeDraft("connect");

const keepWhole = async (given: Partial<Application> = {}): Promise<Application> => {
  const application = await begin(table, given);
  for (const [section, answers] of Object.entries(draft))
    await saveSection(table, { application, section: aSection({ section, answers, revision: 1 }) });
  return application;
};
const answersOf = async (id: ApplicationId) =>
  Object.fromEntries((await readSections(table, id)).map(({ section, answers }) => [section, answers]));

const { attachments: _, declarations: __, ...carried } = draft;

describe("an application begun with answers of an earlier one", () => {
  test("has them as typed, under its own level, saved by who began it", async () => {
    const earlier = await keepWhole();
    const id = ApplicationId.parse(randomUUID());
    const told = await start({ level: "explore", id, from: earlier.id });
    expect([told.status, told.json]).toEqual([201, { id }]);
    expect(await answersOf(id)).toEqual(carried);
    for (const section of await readSections(table, id))
      expect(section).toMatchObject({ revision: 1, savedBy: aPerson().name });
    expect(await findApplication(table, id)).toMatchObject({
      level: "explore",
      state: "draft",
      organisation: "Eksempelklyngen SA",
      organisationNumber: "986 399 445",
      cluster: "Eksempelklyngen",
    });
    expect((await historyOf(table, id)).map(({ what, detail }) => [what, detail]).sort()).toEqual([
      ["answers-carried", earlier.reference],
      ["application-started", undefined],
    ]);
    expect(await answersOf(earlier.id)).toEqual(draft);
  });

  test("begins once, whatever has been written since", async () => {
    const earlier = await keepWhole();
    const body = { level: "impact", id: randomUUID(), from: earlier.id };
    const id = ApplicationId.parse(body.id);
    await start(body);
    const application = await findApplication(table, id);
    if (!application) throw new Error("It was not started");
    const section = aSection({ section: "cluster", answers: { name: "Skrevet etterpå" }, revision: 2 });
    await saveSection(table, { application, section });
    expect((await start(body)).json).toEqual({ id });
    expect(await answersOf(id)).toMatchObject({ cluster: { name: "Skrevet etterpå" } });
    expect(await historyOf(table, id)).toHaveLength(2);
  });

  test("takes what was sent when no draft of that is kept", async () => {
    const earlier = await keepSubmitted(table);
    const id = ApplicationId.parse(randomUUID());
    await start({ level: "connect", id, from: earlier.id });
    expect(await answersOf(id)).toMatchObject({
      applicant: { organisation: "Eksempelklyngen SA", organisationNumber: "986\u00a0399\u00a0445" },
      cluster: { name: "Eksempelklyngen" },
    });
  });

  test("can be sent empty-handed too: the first choice is to begin without", async () => {
    const id = ApplicationId.parse(randomUUID());
    const form = { level: "connect", id, from: "" };
    expect((await ask({ path: address, method: "POST", form, cookies })).status).toBe(303);
    expect(await readSections(table, id)).toEqual([]);
    expect(await historyOf(table, id)).toHaveLength(1);
  });
});

test("answers are taken from nobody's application but one's own", async () => {
  const earlier = await keepWhole();
  const [stranger, writer] = [aPerson({ id: PersonId.parse("s") }), aPerson({ id: PersonId.parse("w") })];
  await join(table, earlier, writer, "edit");
  const id = ApplicationId.parse(randomUUID());
  for (const who of [stranger, writer]) {
    const told = await start({ level: "connect", id, from: earlier.id }, [await signedIn(table, who)]);
    expect([told.status, told.text.includes("Eksempelklyngen")]).toEqual([404, false]);
  }
  for (const from of [randomUUID(), "../etc", "x".repeat(99)])
    expect((await start({ level: "connect", id, from })).status).toBe(404);
  expect(await findApplication(table, id)).toBeUndefined();
});

test("My page offers one's own applications, and to begin without comes first", async () => {
  const empty = await ask({ path: "/nb/my-page", cookies });
  expect(empty.text).not.toContain('name="from"');
  const { id, reference } = await keepWhole({ cluster: "Havklynga <&>" });
  const { text } = await ask({ path: "/nb/my-page", cookies });
  expect(text.match(/<select[^>]*name="from"/g)).toHaveLength(3);
  expect(text).toContain(
    `<option value="">Begynn uten</option><option value="${id}">${reference}, Havklynga &lt;&amp;&gt;, NIC Connect, 14. mai 2024</option>`,
  );
});
