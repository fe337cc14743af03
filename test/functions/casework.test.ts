import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { PersonId, type Role } from "#shared/domain/person.ts";
import { StaffMember } from "#shared/domain/staff-member.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { notesOf, readCasework } from "#shared/records/casework.ts";
import { historyOf } from "#shared/records/history.ts";
import { keepStaffMember } from "#shared/records/staff.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as documentRoutes } from "../../functions/documents/routes.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as exportRoutes } from "../../functions/export/routes.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { kept } from "../support/begun.ts";
import { anApplication, aSubmission } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";
import { keepSent } from "./sent.ts";

const { keys } = await openTestKeys("2024-1");
const at = "2024-06-24T08:00:00.000Z";
const key = "1b671a64-40d5-491e-99b0-da01ff1f3341";

let table: Table;
let ask: (request: Request) => Promise<Told>;
let application: Application;
let ola: readonly string[];
let siri: readonly string[];
let leader: readonly string[];
let path: string;

const as = async (id: string, name: string, role: Role) => [
  await signedIn(table, { id: PersonId.parse(id), name, roles: [role] }),
];

beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, ({ site }) => routes(table, openBucket("files"), site.url));
  application = await keepSubmitted(table);
  path = `/staff/applications/${application.id}`;
  ola = await as("ola", "Ola Saksbehandler", "officer");
  siri = await as("siri", "Siri Saksbehandler", "officer");
  leader = await as("anne", "Anne Leder", "manager");
});

const post = (place: string, cookies: readonly string[], form: Record<string, string>) =>
  ask({ method: "POST", path: `${path}/${place}`, cookies, form, at });
const send = (place: string, cookies: readonly string[], json: object) =>
  ask({ method: "POST", path: `${path}/${place}`, cookies, json, at });
const page = async (cookies = ola) => (await ask({ path, cookies, at })).text;
const notes = () => notesOf(table, application.id);

describe("an internal note", () => {
  test("is added with who and when, shown to staff, and told of in the history without its text", async () => {
    const told = await post("notes", ola, { key, text: "Ringte <b>styreleder</b>\r\nkl. 9" });
    expect([told.status, told.headers["location"]]).toEqual([303, `${path}?lang=nb#notes`]);
    expect(await notes()).toMatchObject([{ by: { id: "ola", name: "Ola Saksbehandler" } }]);
    expect(await page(siri)).toContain("Ringte &lt;b&gt;styreleder&lt;/b&gt;");
    const history = await historyOf(table, application.id);
    expect(history.find(({ what }) => what === "note-written")).toMatchObject({ who: "ola" });
    expect(JSON.stringify(history)).not.toContain("styreleder");
  });

  test("sent twice, or by three requests at once, is one; another text from the same form is another", async () => {
    await Promise.all(Array.from({ length: 3 }, () => post("notes", ola, { key, text: "En gang" })));
    const later = { method: "POST", path: `${path}/notes`, cookies: ola, at: "2024-06-24T09:00:00.000Z" };
    expect((await ask({ ...later, form: { key, text: "En gang" } })).status).toBe(303);
    expect((await notes()).map(({ text }) => text)).toEqual(["En gang"]);
    await post("notes", ola, { key, text: "Rettelse" });
    expect((await notes()).map(({ text }) => text)).toEqual(["En gang", "Rettelse"]);
  });

  test("that is too long or empty is refused with what was typed and the same key, and nothing is kept", async () => {
    const long = "ord ".repeat(1100);
    const told = await post("notes", ola, { key, text: long });
    expect(told.status).toBe(422);
    expect(told.text).toContain(long.trim());
    expect(told.text).toContain(`name="key" value="${key}"`);
    expect((await post("notes", ola, { key, text: " " })).text).toContain("Skriv notatet først");
    expect(await notes()).toEqual([]);
    expect((await post("notes", ola, { key, text: "a".repeat(4000) })).status).toBe(303);
  });

  test("reaches the applicant by no page, file or export", async () => {
    await post("notes", ola, { key, text: "Hemmelig merknad" });
    const owner = [await signedIn(table, { id: application.owner.id })];
    const all = asking(table, (around) => [
      ...draftRoutes({ table, register: nobody }),
      ...submissionRoutes({ ...around, keys }),
      ...documentRoutes(around),
      ...exportRoutes(table, openBucket("files")),
    ]);
    const own = `/nb/applications/${application.id}`;
    const paths = ["", "/review", "/receipt", "/receipt.json", "/draft.json", "/colleagues"].map(
      (to) => own + to,
    );
    const asOwner = await Promise.all(
      ["/nb/my-page", ...paths].map((to) => all({ path: to, cookies: owner, at })),
    );
    const exports = ["applications", "messages", "events"].map(
      (what) => `/staff/calls/nic-2024/${what}.json`,
    );
    const asStaff = await Promise.all(exports.map((to) => all({ path: to, cookies: leader, at })));
    expect([...asOwner, ...asStaff].map(({ status }) => status)).toEqual(Array(10).fill(200));
    for (const { text } of [...asOwner, ...asStaff]) expect(text).not.toContain("Hemmelig merknad");
    expect(await page()).toContain("Hemmelig merknad");
  });
});

describe("the case", () => {
  test("is taken and given back, with a line in the history for each", async () => {
    expect(await page()).toContain("Ingen har tatt saken");
    await post("assignment", ola, { action: "take" });
    await post("assignment", ola, { action: "take" });
    expect(await page(siri)).toContain("Ola Saksbehandler, siden");
    await post("assignment", ola, { action: "release" });
    expect(await page()).toContain("Ingen har tatt saken");
    const done = (await historyOf(table, application.id)).map(({ what }) => what);
    expect(done.filter((what) => what.startsWith("case-"))).toEqual(["case-taken", "case-released"]);
  });

  test("is not taken from another, nor given back for them but by a manager", async () => {
    await post("assignment", ola, { action: "take" });
    expect(await send("assignment", siri, { action: "take" })).toMatchObject({
      ...{ status: 409, json: { type: "/problems/case-taken", by: "Ola Saksbehandler" } },
    });
    expect(await send("assignment", siri, { action: "release" })).toMatchObject({
      ...{ status: 403, json: { takes: "manager" } },
    });
    expect(await page(siri)).not.toContain("Frigi saken");
    expect(await page(leader)).toContain("Frigi saken fra Ola Saksbehandler");
    expect((await send("assignment", leader, { action: "release" })).status).toBe(200);
    expect((await send("assignment", siri, { action: "take" })).status).toBe(200);
  });

  test("is taken by one of two who press at once", async () => {
    const told = await Promise.all([ola, siri].map((one) => send("assignment", one, { action: "take" })));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test("takes no other action", async () => {
    expect((await send("assignment", ola, { action: "steal" })).status).toBe(422);
  });
});

describe("a case that is handed to a colleague", () => {
  const hand = (cookies: readonly string[], officer: string, from?: string) =>
    send("assignment", cookies, { action: "hand-over", officer, ...(from && { from }) });
  const holder = async () => (await readCasework(table, application.id)).officer?.id;
  beforeEach(async () => {
    const all = [
      { id: "ola", name: "Ola Saksbehandler", role: "officer", signedInAt: "2024-06-20T08:00:00.000Z" },
      { id: "siri", name: "Siri Saksbehandler", role: "officer", signedInAt: "2024-06-20T08:00:00.000Z" },
      { id: "lese", name: "Lese Leser", role: "reader", signedInAt: "2024-06-20T08:00:00.000Z" },
      { id: "gone", name: "Tidligere Ansatt", role: "manager", signedInAt: "2023-06-20T08:00:00.000Z" },
    ];
    for (const one of all) await keepStaffMember(table, StaffMember.parse(one));
    await post("assignment", ola, { action: "take" });
  });

  test("is theirs at once, by a form with their name, and the history says who gave it to whom", async () => {
    expect(await page()).toContain('<option value="siri">Siri Saksbehandler</option>');
    const told = await post("assignment", ola, { action: "hand-over", officer: "siri", from: "ola" });
    expect([told.status, told.headers["location"]]).toEqual([303, `${path}?lang=nb#case`]);
    expect(await page(siri)).toContain("Siri Saksbehandler, siden");
    expect((await historyOf(table, application.id)).at(-2)).toMatchObject({
      ...{ what: "case-handed-over", who: "ola", detail: "siri Siri Saksbehandler" },
    });
    expect(await page(siri)).toContain("<td>Siri Saksbehandler</td>");
    expect(await kept(table, application)).toMatchObject({ officer: { id: "siri" } });
  });

  test("is offered to whoever may have it, and by whoever has it or a manager", async () => {
    for (const name of ["Lese Leser", "Tidligere Ansatt", '<option value="ola"'])
      expect(await page(leader)).not.toContain(name);
    expect(await page(leader)).toContain("Gi saken til en kollega");
    expect(await page(siri)).not.toContain("Gi saken til en kollega");
    await post("assignment", ola, { action: "release" });
    expect(await page(siri)).not.toContain("Gi saken til en kollega");
    expect((await hand(leader, "siri")).status).toBe(200);
    expect(await holder()).toBe("siri");
  });

  test.for(["lese", "gone", "nobody", ""])(
    "goes to nobody by the id «%s», and the form says so",
    async (id) => {
      const told = await post("assignment", ola, { action: "hand-over", officer: id, from: "ola" });
      expect(told.status).toBe(422);
      expect(told.text).toContain('href="#f-officer"');
      expect(await holder()).toBe("ola");
    },
  );

  test("is not handed on by an officer who does not have it", async () => {
    expect(await hand(siri, "siri", "ola")).toMatchObject({ status: 409, json: { by: "Ola Saksbehandler" } });
    expect(await holder()).toBe("ola");
  });

  test("by two at once goes to one, and the other is told who has it now", async () => {
    const anne = { id: "anne", name: "Anne Leder", role: "manager", signedInAt: "2024-06-20T08:00:00.000Z" };
    await keepStaffMember(table, StaffMember.parse(anne));
    const told = await Promise.all([hand(ola, "siri", "ola"), hand(leader, "anne", "ola")]);
    const [first, second] = told.toSorted((a, b) => a.status - b.status);
    expect([first?.status, second?.status]).toEqual([200, 409]);
    const { officer } = await readCasework(table, application.id);
    expect(second?.json).toMatchObject({ type: "/problems/case-taken", by: officer?.name });
  });
});

describe("what was sent twice", () => {
  const { answers: first } = aSubmission(anApplication());
  const renamed = { ...first, applicant: { ...Object(first["applicant"]), organisation: "Nytt navn SA" } };
  beforeEach(async () => {
    await keepSent(table, await kept(table, application), renamed);
  });

  test("is shown as it counts, or as any submission that is asked for", async () => {
    const shown = async (query: string) => {
      const { text } = await ask({ path: path + query, cookies: ola, at });
      return /Innsending (\d), 2\d\. juni/.exec(text)?.[1];
    };
    expect(await shown("")).toBe("2");
    expect(await shown("?submission=1")).toBe("1");
    expect(await shown("?submission=9")).toBe("2");
    expect(await page()).toContain(`${path}?lang=nb&amp;submission=1#submissions`);
    expect(await page()).toContain(`${path}/differences?lang=nb&amp;from=1&amp;to=2`);
  });

  test("is compared, the last with the one before unless told, and whoever looks is noted", async () => {
    const differences = (query: string, headers = {}) =>
      ask({ path: `${path}/differences${query}`, cookies: ola, headers, at });
    const { text } = await differences("");
    expect(text).toContain("Fra innsending 1 til 2");
    expect(text).toContain("<ins>");
    expect(text).toContain("Nytt navn");
    const json = { accept: "application/json" };
    const back = await differences("?from=2&to=1", json);
    expect(back.json).toMatchObject({
      ...{ from: 2, to: 1 },
      sections: expect.arrayContaining([
        expect.objectContaining({
          key: "applicant",
          answers: expect.arrayContaining([
            expect.objectContaining({ key: "organisation", before: "Nytt navn SA" }),
          ]),
        }),
      ]),
    });
    expect((await differences("?from=1&to=1", json)).json).toMatchObject({ sections: [] });
    expect((await differences("?from=1&to=3")).status).toBe(404);
    const done = (await historyOf(table, application.id)).map(({ what }) => what);
    expect(done.filter((what) => what === "application-viewed")).toHaveLength(3);
  });
});

describe("the formal control", () => {
  const judged = { complete: "in-order", eligible: "in-order", declarations: "in-order" };
  const first = { ...judged, submission: "1", on: "0" };

  test("is kept of a submission, with remarks and what it comes to", async () => {
    const missing = { ...first, declarations: "missing", declarationsRemark: "Uten <i>underskrift</i>" };
    const told = await send("control", ola, missing);
    expect(told).toMatchObject({
      status: 200,
      json: {
        overall: "missing",
        control: {
          ...{ submission: 1, revision: 1 },
          points: { declarations: { outcome: "missing", remark: "Uten <i>underskrift</i>" } },
        },
      },
    });
    expect(await page()).toContain("Uten &lt;i&gt;underskrift&lt;/i&gt;");
    expect(await page()).toContain("Innsending 1, av Ola Saksbehandler");
    expect(
      (await historyOf(table, application.id)).find(({ what }) => what === "control-kept"),
    ).toMatchObject({
      detail: "1 missing",
    });
  });

  test("is not written over unseen: one gets what the other wrote, keeps what one typed, and may then save", async () => {
    await post("control", siri, { ...first, eligible: "missing", eligibleRemark: "Ikke registrert" });
    const mine = { ...first, completeRemark: "Sett gjennom" };
    expect(await send("control", ola, mine)).toMatchObject({
      status: 409,
      json: { theirs: { savedBy: "Siri Saksbehandler", answers: { eligibleRemark: "Ikke registrert" } } },
    });
    const told = await post("control", ola, mine);
    expect(told.status).toBe(409);
    for (const text of ["Ikke registrert", 'value="Sett gjennom"', 'name="on" value="1"'])
      expect(told.text).toContain(text);
    expect(await readCasework(table, application.id)).toMatchObject({ control: { by: { id: "siri" } } });
    expect((await post("control", ola, { ...mine, on: "1" })).status).toBe(303);
    expect(await readCasework(table, application.id)).toMatchObject({
      control: { by: { id: "ola" }, revision: 2 },
    });
  });

  test("that is saved twice is saved once, and taking the case meanwhile is no conflict", async () => {
    await post("control", ola, first);
    await post("assignment", siri, { action: "take" });
    expect((await post("control", ola, first)).status).toBe(303);
    expect((await post("control", ola, { ...first, on: "1", completeRemark: "Ja" })).status).toBe(303);
    expect(await readCasework(table, application.id)).toMatchObject({
      ...{ revision: 3, officer: { id: "siri" }, control: { revision: 2 } },
    });
  });

  test("that leaves a point out, or is of no submission, is refused and nothing is kept", async () => {
    const { eligible: _, ...without } = first;
    const told = await post("control", ola, { ...without, completeRemark: "Står her fortsatt" });
    expect(told.status).toBe(422);
    expect(told.text).toContain("Står her fortsatt");
    expect((await send("control", ola, { ...first, submission: "2" })).status).toBe(422);
    expect(await readCasework(table, application.id)).toEqual({ revision: 0 });
  });

  test("says that it is of an earlier submission when a later one counts", async () => {
    expect((await post("control", ola, first)).status).toBe(303);
    expect(await page()).not.toContain("Kontrollen gjelder innsending 1");
    await keepSent(table, await kept(table, application));
    expect(await page()).toContain("Kontrollen gjelder innsending 1. Nå gjelder innsending 2");
    expect(await page()).toContain("Kontroller innsending 2");
  });
});
