import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Application } from "#shared/domain/application.ts";
import type { Message } from "#shared/domain/message.ts";
import { EmailAddress, type Person, PersonId } from "#shared/domain/person.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { messagesOf } from "#shared/records/messages.ts";
import { presencesIn } from "#shared/records/presence.ts";
import type { Table } from "#shared/records/table.ts";
import { routes as draftRoutes } from "../../functions/draft/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { aPerson } from "../support/builders.ts";
import { join, storedColleagues } from "../support/colleagues.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { nobody } from "../support/register.ts";
import { asking, signedIn } from "./asking.ts";
import { keepDraft, keepSubmitted } from "./records.ts";

const { keys } = await openTestKeys("2024-1");
const person = (name: string): Person =>
  aPerson({
    id: PersonId.parse(name),
    name: `${name} Testesen`,
    email: EmailAddress.parse(`${name}@kollega.example`),
  });
const owner = aPerson();
const [writer, reader, stranger] = [person("writer"), person("reader"), person("stranger")];

let table: Table;
let logged: string;
let ask: (request: Request) => Promise<Told>;
const cookies = new Map<Person, readonly string[]>();

beforeEach(async () => {
  logged = "";
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    logged += line;
    return true;
  });
  table = await freshTable();
  ask = asking(table, (around) => [
    ...draftRoutes({ table, register: nobody }),
    ...submissionRoutes({ ...around, keys }),
  ]);
  for (const one of [owner, writer, reader, stranger]) cookies.set(one, [await signedIn(table, one)]);
});

type Asking = Omit<Request, "path" | "cookies">;
const as = (who: Person, path: string, request: Asking = { headers: { accept: "application/json" } }) =>
  ask({ path, ...request, cookies: cookies.get(who) ?? [] });
const post = (who: Person, path: string, json: unknown, at?: string) =>
  as(who, path, { method: "POST", json, ...(at && { at }) });

const within = ({ id }: Application, rest = "") => `/nb/applications/${id}${rest}`;
const invite = (application: Application, email: string, may = "edit", at?: string) =>
  post(owner, within(application, "/colleagues"), { email, may }, at);

const invitationMails = async ({ id }: Application): Promise<readonly Message[]> =>
  (await messagesOf(table, id)).filter(({ content }) => content.kind === "invitation");
const keyIn = (message: Message | undefined) =>
  message?.content.kind === "invitation" ? message.content.key : "";

/** Somebody invited, with the address of the page that their mail leads to. */
const invited = async (application: Application, email = "line@kollega.example") => {
  const { json } = await invite(application, email);
  const { id } = z.object({ id: z.string() }).parse(json);
  const mails = await invitationMails(application);
  const key = keyIn(mails.findLast(({ id: about }) => about.includes(id)));
  return { id, key, path: `/nb/invitations/${application.id}/${id}` };
};

describe("who may do what, at every address", () => {
  const send = { idempotencyKey: randomUUID(), revisions: {} };
  const save = { revision: 1, answers: {} };
  const one = "/colleagues/5f0c7a1e-3f53-4a2b-9d6b-2c1f3f6a2b22";
  /** What the writer and the reader are told; the owner never 403, a stranger always 404. */
  const addresses = [
    ["GET", "", undefined, 200, 200],
    ["GET", "/sections/applicant", undefined, 200, 200],
    ["PUT", "/sections/applicant", save, 200, 403],
    ["POST", "/sections/applicant", save, 200, 403],
    ["GET", "/review", undefined, 200, 200],
    ["POST", "/submission", send, 403, 403],
    ["GET", "/receipt", undefined, 404, 404],
    ["POST", "/change", {}, 403, 403],
    ["GET", "/withdrawal", undefined, 403, 403],
    ["POST", "/withdrawal", {}, 403, 403],
    ["GET", "/level", undefined, 403, 403],
    ["POST", "/level", { level: "impact" }, 403, 403],
    ["GET", "/colleagues", undefined, 200, 200],
    ["POST", "/colleagues", { email: "ny@kollega.example", may: "read" }, 403, 403],
    ["POST", one, { action: "remove" }, 403, 403],
    ["GET", `${one}/ownership`, undefined, 403, 403],
    ["POST", `${one}/ownership`, {}, 403, 403],
  ] as const;

  test.for(addresses)("%s %s", async ([method, path, json, forWriter, forReader]) => {
    const application = await keepDraft(table);
    await join(table, application, writer, "edit");
    await join(table, application, reader, "read");
    const request = json === undefined ? { headers: { accept: "application/json" } } : { method, json };
    const told = (who: Person) => as(who, within(application, path), request);
    const strange = await told(stranger);
    expect([strange.status, strange.text]).not.toContain("Hemmelig");
    expect(strange.status).toBe(404);
    expect((await told(reader)).status).toBe(forReader);
    expect((await told(writer)).status).toBe(forWriter);
    expect((await told(owner)).status).not.toBe(403);
  });

  test("a receipt is everybody's who takes part, and withdrawing is the owner's", async () => {
    const application = await keepSubmitted(table);
    await join(table, application, reader, "read");
    for (const path of ["/receipt", "/receipt.json"]) {
      expect((await as(reader, within(application, path))).status).toBe(200);
      expect((await as(stranger, within(application, path))).status).toBe(404);
    }
    const page = await as(reader, within(application, "/receipt"), {});
    expect(page.text).not.toContain("/withdrawal");
    expect((await as(owner, within(application, "/receipt"), {})).text).toContain("/withdrawal");
  });
});

describe("a reader", () => {
  test("gets what they typed back, locked, with whose the application is", async () => {
    const application = await keepDraft(table);
    await join(table, application, reader, "read");
    const path = within(application, "/sections/applicant");
    const form = { revision: "1", "answers.organisation": "Mitt lange svar", next: "section" };
    const told = await as(reader, path, { method: "POST", form });
    expect(told.status).toBe(403);
    expect(told.text).toContain("Mitt lange svar");
    expect(told.text).toContain(owner.name);
    expect((await as(reader, path, {})).text).toContain("readonly");
    expect((await as(reader, path)).json).toMatchObject({ answers: { organisation: "Hemmelig AS" } });
  });
});

describe("a writer", () => {
  test("reviews everything but finds no button to send, and is told who sends", async () => {
    const application = await keepDraft(table);
    await join(table, application, writer, "edit");
    const page = await as(writer, within(application, "/review"), {});
    expect(page.text).toContain(owner.name);
    expect(page.text).not.toContain("/submission");
    const form = { idempotencyKey: randomUUID(), "revisions.applicant": "1" };
    const told = await as(writer, within(application, "/submission"), { method: "POST", form });
    expect(told.status).toBe(403);
    expect(told.text).toContain("Hemmelig AS");
  });

  test("is named where they saved, and sees on My page what is shared and with whom", async () => {
    const application = await keepDraft(table);
    await join(table, application, writer, "edit");
    const path = within(application, "/sections/applicant");
    await as(writer, path, { method: "PUT", json: { revision: 1, answers: { organisation: "Ny AS" } } });
    expect((await as(owner, within(application))).json).toMatchObject({
      sections: expect.arrayContaining([expect.objectContaining({ id: "applicant", savedBy: writer.name })]),
    });
    expect((await as(writer, "/nb/my-page")).json).toMatchObject({
      applications: [],
      shared: [{ id: application.id, may: "edit", owner: owner.name }],
    });
    expect((await as(writer, "/nb/my-page", {})).text).toContain("Delt med deg");
  });

  test("who is removed is a stranger from the next request on", async () => {
    const application = await keepDraft(table);
    const joined = await join(table, application, writer, "edit");
    const path = within(application, "/sections/applicant");
    await post(owner, within(application, `/colleagues/${joined.id}`), { action: "remove" });
    const form = { revision: "1", "answers.organisation": "Skrevet for sent" };
    const told = await as(writer, path, { method: "POST", form });
    expect(told.status).toBe(404);
    expect(told.text).toContain("Skrevet for sent");
    expect((await as(writer, "/nb/my-page")).json).toMatchObject({ shared: [] });
  });

  test("may leave, and only themselves", async () => {
    const application = await keepDraft(table);
    const mine = await join(table, application, writer, "edit");
    const theirs = await join(table, application, reader, "read");
    const at = (id: string) => within(application, `/colleagues/${id}`);
    expect((await post(writer, at(theirs.id), { action: "remove" })).status).toBe(403);
    expect((await post(writer, at(mine.id), { action: "change", may: "read" })).status).toBe(403);
    expect((await post(writer, at(mine.id), { action: "remove" })).status).toBe(200);
    expect((await as(writer, within(application))).status).toBe(404);
    expect((await as(reader, within(application))).status).toBe(200);
  });
});

describe("an invitation", () => {
  test("owes one mail with a key that is nowhere else, and shows nobody the draft before they join", async () => {
    const application = await keepDraft(table);
    const { id, key, path } = await invited(application);
    expect(Buffer.from(key, "base64url")).toHaveLength(32);
    expect(JSON.stringify(await readColleagues(table, application.id))).not.toContain(key);
    const shown = await as(writer, `${path}?key=${key}`, {});
    expect(shown.status).toBe(200);
    expect(shown.text).toContain(owner.name);
    expect(shown.text).not.toContain("Hemmelig");
    expect((await as(writer, within(application))).status).toBe(404);
    expect((await post(writer, path, { key })).status).toBe(200);
    expect((await as(writer, within(application))).json).toMatchObject({ may: "edit" });
    expect((await as(owner, within(application, "/colleagues"))).json).toMatchObject({
      colleagues: [{ id, state: "joined", name: writer.name, email: "line@kollega.example" }],
    });
    expect(logged).not.toContain(key);
    expect(logged).not.toContain("kollega.example");
  });

  test("from a browser goes by a form, and whoever is signed out keeps the address with its key", async () => {
    const application = await keepDraft(table);
    const { key, path } = await invited(application);
    const away = await ask({ path: `${path}?key=${key}` });
    expect(away.headers["location"]).toBe(`/auth/sign-in?to=${encodeURIComponent(`${path}?key=${key}`)}`);
    const told = await as(writer, path, { method: "POST", form: { key } });
    expect([told.status, told.headers["location"]]).toEqual([303, within(application)]);
    const again = await as(writer, `${path}?key=${key}`, {});
    expect([again.status, again.headers["location"]]).toEqual([303, within(application)]);
  });

  test("with a wrong key, none, or of another does not exist", async () => {
    const application = await keepDraft(table);
    const { key, path } = await invited(application);
    const other = await invited(application, "per@kollega.example");
    for (const address of [path, `${path}?key=wrong`, `${path}?key=${other.key}`])
      expect((await as(writer, address)).status).toBe(404);
    expect((await post(writer, path, { key: other.key })).status).toBe(404);
    expect((await post(writer, path.replace(application.id, randomUUID()), { key })).status).toBe(404);
    expect((await post(writer, path, { key, may: "own" })).status).toBe(422);
  });

  test("that has expired, or is used by another, is over", async () => {
    const application = await keepDraft(table);
    const { key, path } = await invited(application);
    const late = "2024-04-29T07:00:00.001Z";
    expect((await post(writer, path, { key }, late)).status).toBe(410);
    expect((await post(writer, path, { key }, "2024-04-29T07:00:00.000Z")).status).toBe(200);
    expect((await post(stranger, path, { key })).json).toMatchObject({ type: "/problems/invitation-over" });
    expect((await as(stranger, `${path}?key=${key}`, {})).status).toBe(410);
    expect((await post(writer, path, { key })).status).toBe(200);
    expect((await readColleagues(table, application.id)).colleagues).toHaveLength(1);
  });

  test("accepted by ten at once lets one in", async () => {
    const application = await keepDraft(table);
    const { key, path } = await invited(application);
    const people = Array.from({ length: 10 }, (_, i) => person(`p${i}`));
    for (const one of people) cookies.set(one, [await signedIn(table, one)]);
    await Promise.all(people.map((one) => post(one, path, { key })));
    const inside = await Promise.all(people.map((one) => as(one, within(application))));
    expect(inside.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await storedColleagues(table, application)).application.colleagues).toBe(1);
  });

  test("to one address is one, whatever its letters; nobody is invited twice or to their own", async () => {
    const application = await keepDraft(table);
    await invite(application, "Line@Kollega.EXAMPLE");
    const codes = async (email: string) => (await invite(application, email)).json;
    const problem = (code: string) => ({ problems: [{ pointer: "/email", code }] });
    expect(await codes(" line@kollega.example")).toMatchObject(problem("already-there"));
    expect(await codes("KARI@eksempel.example")).toMatchObject(problem("own-address"));
    expect(await codes("line@")).toMatchObject({ problems: [{ pointer: "/email" }] });
    expect(await invitationMails(application)).toMatchObject([{ to: "line@kollega.example" }]);
  });

  test("is mailed once an hour to an address, also from other applications and when sent again", async () => {
    const [one, other] = [await keepDraft(table), await keepDraft(table)];
    const { id, key, path } = await invited(one);
    expect((await invite(other, "LINE@kollega.example")).json).toMatchObject({
      problems: [{ code: "too-soon" }],
    });
    const again = (at?: string) =>
      post(owner, within(one, `/colleagues/${id}`), { action: "send-again" }, at);
    expect((await again()).json).toMatchObject({
      problems: [{ pointer: `/colleagues/${id}`, code: "too-soon" }],
    });
    expect((await post(writer, path, { key }, "2024-04-15T07:30:00.000Z")).status).toBe(200);
    const next = await invited(one, "per@kollega.example");
    const later = await post(
      owner,
      within(one, `/colleagues/${next.id}`),
      { action: "send-again" },
      "2024-04-15T08:00:00.000Z",
    );
    expect(later.status).toBe(200);
    const mails = (await invitationMails(one)).filter(({ to }) => to.startsWith("per@"));
    expect(mails).toHaveLength(2);
    expect((await as(stranger, `${next.path}?key=${next.key}`)).status).toBe(404);
    expect((await as(stranger, `${next.path}?key=${keyIn(mails[1])}`)).status).toBe(200);
  });

  test("is refused the eleventh time while ten are unanswered, and what was typed stands", async () => {
    const application = await keepDraft(table);
    for (let i = 0; i < 10; i += 1) await invite(application, `p${i}@kollega.example`);
    const form = { email: "enda.en@kollega.example", may: "read" };
    const told = await as(owner, within(application, "/colleagues"), { method: "POST", form });
    expect(told.status).toBe(422);
    expect(told.text).toContain('value="enda.en@kollega.example"');
    expect(told.text).toContain("Ti invitasjoner");
    expect(await invitationMails(application)).toHaveLength(10);
  });

  test("to write is refused after the deadline, and to read is not", async () => {
    const application = await keepDraft(table);
    const late = "2024-06-21T14:00:00.001Z";
    expect((await invite(application, "a@kollega.example", "edit", late)).json).toMatchObject({
      problems: [{ pointer: "/may", code: "closed-for-writing" }],
    });
    expect((await invite(application, "a@kollega.example", "read", late)).status).toBe(201);
  });

  test.for([
    {},
    { email: "a@b.example" },
    { email: "a@b.example", may: "own" },
    { email: ["a"], may: "edit" },
  ])("is not made of %o", async (json) => {
    const application = await keepDraft(table);
    expect((await post(owner, within(application, "/colleagues"), json)).status).toBe(422);
    expect(await readColleagues(table, application.id)).toMatchObject({ mailed: 0 });
  });
});

describe("the list", () => {
  test("shows addresses and open invitations to the owner alone", async () => {
    const application = await keepDraft(table);
    await invite(application, "hemmelig.adresse@kollega.example");
    await join(table, application, writer, "edit");
    for (const request of [undefined, {}]) {
      const [own, other] = [
        await as(owner, within(application, "/colleagues"), request),
        await as(writer, within(application, "/colleagues"), request),
      ];
      expect(own.text).toContain("hemmelig.adresse@kollega.example");
      expect(own.text).toContain(writer.email);
      expect(other.text).not.toContain("@kollega.example");
      expect(other.text).toContain(writer.name);
      expect(`${own.text}${other.text}`).not.toContain("keyHash");
    }
  });

  test("changes what a colleague may do, from the next request on", async () => {
    const application = await keepDraft(table);
    const joined = await join(table, application, reader, "read");
    const at = within(application, `/colleagues/${joined.id}`);
    const save = () =>
      as(reader, within(application, "/sections/applicant"), {
        method: "PUT",
        json: { revision: 1, answers: {} },
      });
    expect((await save()).status).toBe(403);
    expect((await post(owner, at, { action: "change", may: "edit" })).json).toEqual({
      id: joined.id,
      may: "edit",
    });
    expect((await save()).status).toBe(200);
    expect((await post(owner, at, { action: "change", may: "own" })).status).toBe(422);
  });
});

describe("an application handed over", () => {
  test("goes to a colleague who may write, and the old owner may still write but not decide", async () => {
    const application = await keepDraft(table);
    const joined = await join(table, application, writer, "edit");
    const at = within(application, `/colleagues/${joined.id}/ownership`);
    expect((await as(owner, at, {})).text).toContain(writer.name);
    expect((await as(owner, within(application))).json).toMatchObject({ may: "own" });
    const told = await as(owner, at, { method: "POST", form: {} });
    expect([told.status, told.headers["location"]]).toEqual([303, within(application)]);
    expect((await as(writer, within(application))).json).toMatchObject({ may: "own", owner: writer.name });
    expect((await as(owner, within(application))).json).toMatchObject({ may: "edit", owner: writer.name });
    expect((await post(owner, within(application, "/withdrawal"), {})).status).toBe(403);
    const mails = (await messagesOf(table, application.id)).filter(
      ({ content }) => content.kind === "ownership-received",
    );
    expect(mails).toMatchObject([{ to: writer.email, content: { handedOverBy: owner.name } }]);
  });

  test("never to a reader, to one invited or to a stranger", async () => {
    const application = await keepDraft(table);
    const joined = await join(table, application, reader, "read");
    const { id } = await invited(application);
    for (const to of [joined.id, id, randomUUID()])
      expect((await post(owner, within(application, `/colleagues/${to}/ownership`), {})).status).toBe(404);
    expect((await as(owner, within(application))).json).toMatchObject({ may: "own" });
  });
});

describe("two in one section", () => {
  const put = (who: Person, application: Application, revision: number, at?: string) =>
    as(who, within(application, "/sections/applicant"), {
      method: "PUT",
      json: { revision, answers: { organisation: `av ${who.name}` } },
      ...(at && { at }),
    });
  const section = (application: Application) => within(application, "/sections/applicant");

  test("are told of each other, when opening and when saving, for two minutes", async () => {
    const application = await keepDraft(table);
    await join(table, application, writer, "edit");
    expect((await as(owner, section(application))).json).toMatchObject({ others: [] });
    const page = await as(writer, section(application), { at: "2024-04-15T07:01:00.000Z" });
    expect(page.text).toContain(`${owner.name} er også i denne delen (sist aktiv kl. 09.00)`);
    const saved = await put(owner, application, 1, "2024-04-15T07:02:00.000Z");
    expect(saved.json).toMatchObject({ others: [{ name: writer.name, at: "2024-04-15T07:01:00.000Z" }] });
    const later = await as(writer, section(application), { at: "2024-04-15T07:04:00.001Z" });
    expect(later.text).not.toContain(`${owner.name} er også`);
  });

  test("who are a writer and a reader: the reader sees the writer's text, and is not said to be there", async () => {
    const application = await keepDraft(table);
    await join(table, application, reader, "read");
    await as(reader, section(application));
    expect((await as(owner, section(application))).json).toMatchObject({ others: [] });
  });

  test("cost nothing more in an application without colleagues", async () => {
    const application = await keepDraft(table);
    expect((await put(owner, application, 1)).json).toMatchObject({ others: [] });
    expect(await presencesIn(table, application.id, "applicant")).toEqual([]);
  });

  test("who save the same are shown both texts, with whose the other is and from when", async () => {
    const application = await keepDraft(table);
    await join(table, application, writer, "edit");
    await put(writer, application, 1, "2024-04-15T07:10:00.000Z");
    const conflict = await put(owner, application, 1);
    expect(conflict.json).toMatchObject({
      type: "/problems/saved-elsewhere",
      theirs: { revision: 2, savedBy: writer.name, savedAt: "2024-04-15T07:10:00.000Z" },
    });
    const form = { revision: "1", "answers.organisation": "av eieren", next: "section" };
    const page = await as(owner, section(application), { method: "POST", form });
    expect(page.status).toBe(409);
    const sides = page.text.split('class="side-by-side"')[1]?.split("</dl>")[0] ?? "";
    expect(sides).toContain("av eieren");
    expect(sides).toContain(`av ${writer.name}`);
    expect(sides).toContain("kl. 09.10");
  });
});
