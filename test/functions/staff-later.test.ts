import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallId } from "#shared/domain/call.ts";
import { EmailAddress, PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { readCallDeadlines } from "#shared/records/call-deadlines.ts";
import { staffEvents } from "#shared/records/events.ts";
import { historyOf } from "#shared/records/history.ts";
import { messagesOf } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as publicRoutes } from "../../functions/call-pages/routes.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { kept } from "../support/begun.ts";
import { aPerson } from "../support/builders.ts";
import { join } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const callId = CallId.parse("nic-2024");
const address = "/staff/calls/nic-2024/deadline";
const before = "2024-06-20T10:00:00.000Z";
const after = "2024-06-21T14:30:00.000Z";

type Ask = (request: Request) => Promise<Told>;
let table: Table;
let ask: Ask;
let ola: readonly string[];
let anne: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = asking(table, (around) => routes(around.table, openBucket("files"), around.site.url));
  const officer = (id: string, name: string) =>
    signedIn(table, { id: PersonId.parse(id), name, roles: ["manager"] });
  ola = [await officer("ola", "Ola Saksbehandler")];
  anne = [await officer("anne", "Anne Leder")];
});

const post = (path: string, cookies: readonly string[], json: object, at = before) =>
  ask({ method: "POST", path, cookies, json, at });
const form = (path: string, cookies: readonly string[], typed: Record<string, string>, at = before) =>
  ask({ method: "POST", path, cookies, form: typed, at });

describe("an extension", () => {
  const monday = { date: "24.6.2024", time: "kl. 12", reason: "Sykdom i ledelsen <b>" };
  const extensionAt = (id: string) => `/staff/applications/${id}/extension`;

  test("is granted by a form, kept with its reason, and told to the owner and those who may write", async () => {
    const application = await keepDraft(table, { language: "nn" });
    const person = (id: string) =>
      aPerson({ id: PersonId.parse(id), email: EmailAddress.parse(`${id}@kollega.example`) });
    await join(table, application, person("writer"), "edit");
    await join(table, application, person("reader"), "read");
    const { id } = application;
    const told = await form(extensionAt(id), ola, monday, after);
    expect([told.status, told.headers["location"]]).toEqual([303, `/staff/applications/${id}?lang=nb`]);
    expect(await kept(table, application)).toMatchObject({
      extension: {
        until: { kind: "moment", localTime: "2024-06-24T12:00:00", timeZone: "Europe/Oslo" },
        reason: "Sykdom i ledelsen <b>",
        grantedBy: { id: "ola", name: "Ola Saksbehandler" },
        grantedAt: instant(after),
      },
    });
    const messages = await messagesOf(table, id);
    expect(messages.map(({ to, language }) => [to, language]).toSorted()).toEqual([
      ["kari@eksempel.example", "nn"],
      ["writer@kollega.example", "nn"],
    ]);
    for (const { content } of messages)
      expect(content).toMatchObject({
        ...{ kind: "extension-granted", reason: "Sykdom i ledelsen <b>" },
        ...{ deadline: instant("2024-06-21T14:00:00Z"), until: instant("2024-06-24T10:00:00Z") },
      });
    expect((await historyOf(table, id)).at(-1)).toMatchObject({
      ...{ what: "extension-granted", name: "Ola Saksbehandler", detail: "2024-06-24T12:00:00" },
    });
    expect((await staffEvents(table, callId, 10))[0]).toMatchObject({ what: "extension-granted" });
  });

  test("shows both deadlines and the reason to staff, and who granted it to nobody else", async () => {
    const application = await keepDraft(table);
    const granted = await post(extensionAt(application.id), ola, { ...monday, time: "12.00" });
    expect(granted).toMatchObject({ status: 200, json: { deadline: "2024-06-24T10:00:00.000Z" } });
    const both = "Frist 21. juni 2024 kl. 16.00. Utsatt til 24. juni 2024 kl. 12.00";
    const page = await ask({ path: `/staff/applications/${application.id}`, cookies: anne, at: after });
    expect(page.text).toContain(`${both}: Sykdom i ledelsen &lt;b&gt;`);
    await countAnew(table, instant(after));
    const list = await ask({ path: "/staff/calls/nic-2024/applications", cookies: anne, at: after });
    expect(list.text).toContain(both);
    const askAsOwner = asking(table, (around) => draftRoutes({ table: around.table, register: nobody }));
    const owner = [await signedIn(table)];
    const path = `/nb/applications/${application.id}`;
    const own = await askAsOwner({ path, cookies: owner, at: after });
    expect(own.text).toContain(`${both}: Sykdom i ledelsen &lt;b&gt;`);
    expect((await askAsOwner({ path: "/nb/my-page", cookies: owner, at: after })).text).toContain(both);
    const json = await askAsOwner({
      path,
      cookies: owner,
      at: after,
      headers: { accept: "application/json" },
    });
    expect(json.json).toMatchObject({
      deadline: "2024-06-24T10:00:00.000Z",
      extension: { until: { localTime: "2024-06-24T12:00:00" }, reason: "Sykdom i ledelsen <b>" },
    });
    expect(own.text + json.text).not.toContain("Ola Saksbehandler");
  });

  test.for([
    ["nothing typed", { date: "", time: "", reason: "" }, "problems-in-answers"],
    ["a day that does not exist", { ...monday, date: "31.6.2024" }, "problems-in-answers"],
    ["what is no clock time", { ...monday, time: "25.00" }, "problems-in-answers"],
    ["the deadline it has", { ...monday, date: "21.6.2024", time: "16.00" }, "not-later"],
    ["an earlier one", { ...monday, date: "20.6.2024" }, "not-later"],
  ] as const)("is refused with %s, and what was typed stands", async ([, typed, reason]) => {
    const application = await keepSubmitted(table);
    const page = await form(extensionAt(application.id), ola, typed);
    expect(page.status).toBe(422);
    expect(page.text).toContain('id="problems"');
    for (const text of [typed.date, typed.time]) expect(page.text).toContain(`value="${text}"`);
    const told = await post(extensionAt(application.id), ola, typed);
    expect(told).toMatchObject({ status: 422, json: { type: `/problems/${reason}` } });
    expect((await kept(table, application)).extension).toBeUndefined();
    expect(await messagesOf(table, application.id)).toHaveLength(1);
  });

  test("is refused when it has passed already, although it is later than the deadline", async () => {
    const { id } = await keepDraft(table);
    const told = await post(extensionAt(id), ola, monday, "2024-06-24T10:00:00.000Z");
    expect(told).toMatchObject({ status: 422, json: { deadline: "2024-06-24T10:00:00.000Z" } });
  });

  test("pressed twice at once is granted once", async () => {
    const application = await keepDraft(table);
    const told = await Promise.all([1, 2, 3].map(() => post(extensionAt(application.id), ola, monday)));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 422, 422]);
    expect(await messagesOf(table, application.id)).toHaveLength(1);
  });

  test("is staff's alone to give, and not to what is not there", async () => {
    const { id } = await keepDraft(table);
    expect((await post(extensionAt(id), [await signedIn(table)], monday)).status).toBe(403);
    expect((await post(extensionAt("not-an-id"), ola, monday)).status).toBe(404);
  });
});

const noKeys = async () => undefined;

describe("the deadline of a call", () => {
  const friday = { date: "28.6.2024", time: "16.00", reason: "Innloggingen var nede" };
  const propose = (cookies = ola, at = before) =>
    post(address, cookies, { action: "propose", ...friday }, at);
  const approve = (cookies = anne, revision = 1, at = before) =>
    post(address, cookies, { action: "approve", revision }, at);
  const inForce = async () => {
    const pages = asking(table, (around) => publicRoutes({ ...around, findKeys: noKeys }));
    const told = await pages({
      path: "/nb/calls/nic-2024",
      headers: { accept: "application/json" },
      at: before,
    });
    return JSON.stringify(told.json);
  };

  test("is moved by two, from the moment the other approves, and every page says so", async () => {
    expect((await propose()).status).toBe(200);
    expect(await inForce()).not.toContain("2024-06-28");
    expect((await approve(anne, 1, "2024-06-20T10:01:00.000Z")).status).toBe(200);
    expect(await inForce()).toContain(
      JSON.stringify({
        moved: [
          {
            from: { kind: "moment", localTime: "2024-06-21T16:00:00", timeZone: "Europe/Oslo" },
            to: { kind: "moment", localTime: "2024-06-28T16:00:00", timeZone: "Europe/Oslo" },
            reason: "Innloggingen var nede",
          },
        ],
      }).slice(1, -1),
    );
    const pages = asking(table, (around) => publicRoutes({ ...around, findKeys: noKeys }));
    const page = await pages({ path: "/nb/calls/nic-2024", at: before });
    expect(page.text).toContain(
      "Fristen er flyttet fra 21. juni 2024 kl. 16.00 til 28. juni 2024 kl. 16.00.",
    );
    expect(page.text).toContain("Innloggingen var nede");
    for (const name of ["Ola Saksbehandler", "Anne Leder"]) expect(page.text).not.toContain(name);
    const [moved, proposed] = await staffEvents(table, callId, 10);
    expect([moved, proposed]).toMatchObject([
      { what: "deadline-moved", who: "anne", detail: "2024-06-28T16:00:00" },
      { what: "deadline-proposed", who: "ola", detail: "2024-06-28T16:00:00" },
    ]);
    const shown = await ask({ path: address, cookies: ola, at: after });
    for (const text of ["Ola Saksbehandler", "Anne Leder", "Innloggingen var nede"])
      expect(shown.text).toContain(text);
  });

  test("is moved by nobody alone", async () => {
    await propose();
    const told = await approve(ola);
    expect(told).toMatchObject({ status: 409, json: { type: "/problems/needs-another-person" } });
    const page = await form(address, ola, { action: "approve", revision: "1" });
    expect(page.status).toBe(409);
    expect(page.text).toContain("En annen enn du må godkjenne");
    expect(await inForce()).not.toContain("2024-06-28");
    expect((await readCallDeadlines(table, callId)).moves).toEqual([]);
  });

  test("is offered for approval to another, and not to who proposed it", async () => {
    await propose();
    expect((await ask({ path: address, cookies: ola })).text).not.toContain('value="approve"');
    expect((await ask({ path: address, cookies: anne })).text).toContain('value="approve"');
  });

  test.for(["ola", "anne"] as const)(
    "stays when %s drops the proposal, which nobody can then approve",
    async (who) => {
      await propose();
      const dropped = await post(address, who === "ola" ? ola : anne, { action: "drop", revision: 1 });
      expect(dropped.status).toBe(200);
      for (const revision of [1, 2])
        expect(await approve(anne, revision)).toMatchObject({
          ...{ status: 409, json: { type: "/problems/proposal-changed" } },
        });
      expect(await inForce()).not.toContain("2024-06-28");
    },
  );

  test("is not moved by approving another proposal than the one that was seen", async () => {
    await propose();
    await post(address, ola, { action: "drop", revision: 1 });
    await post(address, ola, { action: "propose", ...friday, date: "31.12.2024" });
    expect((await approve(anne, 1)).status).toBe(409);
    expect((await approve(anne, 3)).status).toBe(200);
  });

  test("is not moved to what has passed when it is approved", async () => {
    await propose();
    const told = await approve(anne, 1, "2024-06-28T14:00:00.000Z");
    expect(told).toMatchObject({ status: 422, json: { type: "/problems/not-later" } });
  });

  test("is approved once by several who press at once", async () => {
    await propose();
    const siri = [await signedIn(table, { id: PersonId.parse("siri"), roles: ["manager"] })];
    const told = await Promise.all([approve(), approve(siri), approve()]);
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await readCallDeadlines(table, callId)).moves).toHaveLength(1);
  });

  test("keeps what was typed for a second proposal until the first is settled", async () => {
    await propose();
    const page = await form(address, anne, { action: "propose", ...friday, reason: "En annen grunn" });
    expect(page.status).toBe(409);
    for (const text of ["Forslaget er et annet nå", "En annen grunn", 'value="28.6.2024"'])
      expect(page.text).toContain(text);
  });

  test.for([
    ["an earlier deadline", { ...friday, date: "20.6.2024" }, 422],
    ["no reason", { ...friday, reason: " " }, 422],
    ["more than a proposal is", { ...friday, approvedBy: "ola" }, 422],
  ] as const)("is not proposed to be moved with %s", async ([, typed, status]) => {
    const page = await form(address, ola, { action: "propose", ...typed });
    expect(page.status).toBe(status);
    expect(page.text).toContain('id="problems"');
    expect((await readCallDeadlines(table, callId)).revision).toBe(0);
  });

  test.for([{}, { action: "move" }, { action: "approve" }, { action: "drop", revision: "one" }])(
    "is not changed by %o",
    async (body) => {
      expect((await post(address, ola, body)).status).toBe(422);
    },
  );

  test("is staff's alone to see and to move, of calls that there are", async () => {
    const applicant = [await signedIn(table)];
    expect((await ask({ path: address, cookies: applicant })).status).toBe(403);
    expect((await post(address, applicant, { action: "propose", ...friday })).status).toBe(403);
    expect((await ask({ path: "/staff/calls/nic-1999/deadline", cookies: ola })).status).toBe(404);
    expect((await post("/staff/calls/nic-1999/deadline", ola, { action: "propose", ...friday })).status).toBe(
      404,
    );
  });

  test("says how many a move would concern", async () => {
    await keepDraft(table);
    await keepDraft(table);
    await keepSubmitted(table);
    const told = await ask({ path: address, cookies: ola, headers: { accept: "application/json" } });
    expect(told.json).toMatchObject({
      revision: 0,
      moves: [],
      applications: { draft: 2, expired: 0, submitted: 1 },
    });
    expect((await ask({ path: address, cookies: ola })).text).toContain("1 søknad er sendt");
  });
});
