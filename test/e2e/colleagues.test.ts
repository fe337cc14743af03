import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import type { Runtime } from "../../local/runtime.ts";
import { completeDraft } from "../support/answers.ts";
import { applicants, type Client, client, filledIn, reviewed, signIn, startSystem } from "./road.ts";

let system: Runtime & { readonly lines: string[] };
let owner: Client;
let colleague: Client;
let reader: Client;

beforeAll(async () => {
  system = await startSystem();
  [owner, colleague, reader] = await Promise.all([
    signIn(system.url, applicants[0]),
    signIn(system.url, applicants[1]),
    signIn(system.url, applicants[2]),
  ]);
}, 120_000);
afterAll(() => system?.stop());

/** The address in the mail that invites, as its reader would follow it. */
const linkIn = async (to: string): Promise<string> =>
  vi.waitFor(async () => {
    const mail = (await system.messages()).findLast((message) => message.to.includes(to));
    const [link = ""] = /http:\S+invitations\S+/.exec(mail?.text ?? "") ?? [];
    expect(link).toContain("key=");
    const { pathname, search } = new URL(link);
    return pathname + search;
  }, 20_000);

const invite = async (id: string, email: string, may: string): Promise<string> => {
  const invited = await owner.ask("POST", `/nb/applications/${id}/colleagues`, { email, may });
  expect(invited.status).toBe(201);
  return linkIn(email.trim().toLowerCase());
};

const accept = async (one: Client, link: string) => {
  const [path = "", query = ""] = link.split("?");
  const shown = await one.page(link);
  expect(shown.status).toBe(200);
  expect(shown.text).toContain("Prøve Prøvesen");
  return one.page(path, { key: new URLSearchParams(query).get("key") ?? "" });
};

const save = (one: Client, id: string, section: string, revision: number, answers: object) =>
  one.ask("PUT", `/nb/applications/${id}/sections/${section}`, { revision, answers });

const Colleagues = z.object({
  colleagues: z.array(z.object({ id: z.string(), name: z.string().optional() })),
});

describe("an application with colleagues", { timeout: 120_000 }, () => {
  test("is written by two, read by a third, handed over and sent by the new owner", async () => {
    const id = await filledIn(owner, "connect");
    const at = `/nb/applications/${id}`;
    expect((await colleague.ask("GET", at)).status).toBe(404);

    const link = await invite(id, " Kollega@Inviterte.Example ", "edit");
    const nobody = await client(system.url).page(link);
    expect(nobody.headers.get("location")).toBe(`/auth/sign-in?to=${encodeURIComponent(link)}`);
    expect((await accept(colleague, link)).headers.get("location")).toBe(at);
    expect((await accept(reader, await invite(id, "leser@inviterte.example", "read"))).status).toBe(303);
    const late = await signIn(system.url, applicants[3]);
    expect((await late.ask("POST", link, {})).status).toBe(410);

    expect((await save(colleague, id, "connect", 1, { linking: "Nytt" })).status).toBe(200);
    expect((await owner.ask("GET", at)).json).toMatchObject({
      sections: expect.arrayContaining([
        expect.objectContaining({ id: "connect", revision: 2, savedBy: "Eksempel Eksempelsen" }),
      ]),
    });
    expect((await owner.page(at)).text).toContain("av Eksempel Eksempelsen");
    expect((await owner.page(`${at}/sections/connect`)).text).toContain(
      "Eksempel Eksempelsen er også i denne delen",
    );
    const lost = await save(owner, id, "connect", 1, { linking: "Gammelt" });
    expect(lost.status).toBe(409);
    expect(lost.json).toMatchObject({
      theirs: { savedBy: "Eksempel Eksempelsen", answers: { linking: "Nytt" } },
    });
    const whole = completeDraft("connect")["connect"] ?? {};
    expect((await save(owner, id, "connect", 2, whole)).status).toBe(200);

    expect((await save(reader, id, "connect", 3, {})).status).toBe(403);
    expect((await reader.page(`${at}/sections/connect`)).text).toContain("Møteplasser.");
    const { problems, sending } = await reviewed(colleague, id);
    expect(problems).toEqual([]);
    expect((await colleague.ask("POST", `${at}/submission`, sending)).status).toBe(403);

    const list = Colleagues.parse((await owner.ask("GET", `${at}/colleagues`)).json);
    const to = list.colleagues.find(({ name }) => name === "Eksempel Eksempelsen")?.id;
    expect((await owner.ask("POST", `${at}/colleagues/${to}/ownership`, {})).status).toBe(200);
    expect((await owner.ask("POST", `${at}/submission`, sending)).status).toBe(403);
    expect((await colleague.ask("POST", `${at}/submission`, sending)).status).toBe(201);
    for (const one of [owner, colleague, reader])
      expect((await one.ask("GET", `${at}/receipt`)).json).toMatchObject({ number: 1, state: "submitted" });
    expect((await owner.ask("POST", `${at}/withdrawal`, {})).status).toBe(403);
    await vi.waitFor(async () => {
      const mails = (await system.messages()).filter(({ to: [first] }) => first === applicants[1]?.email);
      expect(mails.map(({ subject }) => subject).join()).toContain("Du eier nå søknad");
    }, 20_000);
    expect((await colleague.ask("GET", "/nb/my-page")).text).toContain(id);

    const third = list.colleagues.find(({ name }) => name === "Døme Dømestad")?.id;
    expect((await colleague.ask("POST", `${at}/colleagues/${third}`, { action: "remove" })).status).toBe(200);
    expect((await reader.ask("GET", `${at}/receipt`)).status).toBe(404);

    const key = new URL(link, system.url).searchParams.get("key") ?? randomUUID();
    expect(key.length).toBeGreaterThan(40);
    // The machine's own lines tell of addresses; on AWS the gateway's log has none of them.
    const logged = system.lines.filter((line) => line.includes(" | ")).join();
    expect(logged).toContain("message.sent");
    expect(logged).not.toContain(key);
    expect(logged).not.toContain("inviterte.example");
  });

  test("goes by forms alone: invited, joined, changed and left without a line of script", async () => {
    const id = await filledIn(owner, "impact");
    const at = `/nb/applications/${id}/colleagues`;
    const told = await owner.page(at, { email: "uten.skript@inviterte.example", may: "read" });
    expect(told.headers.get("location")).toBe(`${at}?done=invited`);
    expect((await owner.page(`${at}?done=invited`)).text).toContain("Invitasjonen er på vei");
    await accept(reader, await linkIn("uten.skript@inviterte.example"));
    const mine = Colleagues.parse((await reader.ask("GET", at)).json).colleagues[0]?.id;
    const changed = await owner.page(`${at}/${mine}`, { action: "change", may: "edit" });
    expect(changed.headers.get("location")).toBe(`${at}?done=changed`);
    expect((await save(reader, id, "impact", 1, { summary: "Endret" })).status).toBe(200);
    expect((await reader.page(`${at}/${mine}`, { action: "remove" })).headers.get("location")).toBe(
      "/nb/my-page",
    );
    expect((await reader.ask("GET", at)).status).toBe(404);
  });
});
