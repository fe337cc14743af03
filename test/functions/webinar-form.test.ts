import { beforeEach, describe, expect, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { everything, kari, openWebinar, signUpPath as path, webinarWith } from "./webinar.ts";

const at = "2024-04-15T07:00:00.000Z";
const secondsAgo = (seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString();

let visitors: Awaited<ReturnType<typeof openWebinar>>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  visitors = await openWebinar();
});

const typed = ["Kari Prøve", "Kari@Eksempel.example", "986 399 445", "Kan vi søkje igjen?"];
const post = (given: Record<string, string>, headers: Record<string, string> = {}) =>
  visitors.ask({ method: "POST", path, form: { ...kari, ...given }, headers });

describe("the sign-up form", () => {
  test("says when it was made, and has a question that only a program sees", async () => {
    const { text } = await visitors.ask({ path, at });
    expect(text).toContain(`name="opened" value="${at}"`);
    expect(text).toMatch(/<div class="apart" aria-hidden="true">.*name="homepage"[^>]*tabindex="-1"/s);
  });

  test("is taken from three seconds on and not before, however long it has lain there", async () => {
    expect((await post({ opened: secondsAgo(2.999) })).status).toBe(422);
    expect(await visitors.registrations()).toEqual([]);
    expect((await post({ opened: secondsAgo(3) })).status).toBe(303);
    expect((await post({ email: "b@eksempel.example", opened: secondsAgo(300_000) })).status).toBe(303);
  });

  test.for([
    ["came too fast", { opened: secondsAgo(1) }],
    ["has the program's question answered", { opened: secondsAgo(60), homepage: "https://x.example" }],
    ["says nothing of when it was made", {}],
    ["says it was made later than now", { opened: secondsAgo(-60) }],
    ["says when it was made in no way that can be read", { opened: "i går" }],
  ] as const)("that %s is handed back with all that was typed, ready to be sent again", async ([, marks]) => {
    const told = await post(marks);
    expect(told.status).toBe(422);
    for (const text of typed) expect(told.text).toContain(text);
    expect(told.text).toContain("Trykk en gang til");
    expect(told.text).toContain('name="homepage" type="text" value=""');
    const opened = /name="opened" value="([^"]*)"/.exec(told.text)?.[1] ?? "";
    const form = { ...kari, opened, homepage: "" };
    const later = new Date(Date.parse(at) + 3000).toISOString();
    expect((await visitors.ask({ method: "POST", path, form, at: later })).status).toBe(303);
    expect(await visitors.registrations()).toHaveLength(1);
  });

  test("checks an organisation number by its last digit", async () => {
    const told = await visitors.signUp({ organisationNumber: "986 399 446" });
    expect(told.json).toMatchObject({ problems: [{ pointer: "/organisationNumber" }] });
  });

  test("takes what is needed apart from what lists hold", async () => {
    await visitors.signUp({ needs: "Teiknspråktolk" });
    expect(JSON.stringify(await visitors.registrations())).not.toContain("Teiknspråktolk");
    expect(JSON.stringify(await visitors.owed())).not.toContain("Teiknspråktolk");
  });
});

describe("too many tries", () => {
  const opened = secondsAgo(60);
  test("with one address within the hour are refused, and nothing typed is lost", async () => {
    for (let tries = 0; tries < 5; tries += 1) expect((await post({ opened })).status).toBe(303);
    const told = await post({ opened, email: "KARI@eksempel.example" });
    expect(told.status).toBe(429);
    expect(told.text).toContain("KARI@eksempel.example");
    expect(told.text).toContain("Kan vi søkje igjen?");
    const json = await visitors.signUp();
    expect(json.json).toMatchObject({ type: "/problems/too-many-tries", again: "2024-04-15T08:00:00.000Z" });
    expect((await post({ opened, email: "other@eksempel.example" })).status).toBe(303);
    expect((await visitors.signUp({}, "2024-04-15T08:00:00.000Z")).status).toBe(202);
  });

  test("count what does send a mail: neither what is wrong nor what came too fast", async () => {
    for (let tries = 0; tries < 6; tries += 1) await post({ opened, name: "" });
    for (let tries = 0; tries < 6; tries += 1) await post({ opened: at });
    expect((await post({ opened })).status).toBe(303);
  });

  test("from one network are refused whatever the visitor says of where it is, and others are not", async () => {
    const from = (viewer: string, n: number) =>
      post(
        { opened, email: `p${n}@eksempel.example` },
        { "x-forwarded-for": `203.0.113.${n}, ${viewer}, 130.176.0.9` },
      );
    for (let n = 0; n < 100; n += 1) expect((await from(`198.51.100.${n}`, n)).status).toBe(303);
    expect((await from("198.51.100.200", 101)).status).toBe(429);
    expect((await from("198.51.101.200", 102)).status).toBe(303);
  }, 60_000);

  test("are kept without the address and without the network", async () => {
    await post({ opened }, { "x-forwarded-for": "198.51.100.7, 130.176.0.9" });
    const items = (await everything(visitors.table)).filter(({ item }) => item === "limit");
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toMatch(/eksempel|198\.51/);
    for (const { ttl } of items) expect(ttl).toBe(Date.parse("2024-04-15T08:00:00Z") / 1000);
  });
});

describe("a webinar with few places", () => {
  test("says before one signs up that there is a line, and answers who joins it as everybody", async () => {
    await webinarWith(visitors.table, { places: 1 });
    expect((await visitors.ask({ path, at })).text).not.toContain("venteliste");
    const first = await visitors.signUp({ email: "a@eksempel.example" });
    expect((await visitors.ask({ path, at })).text).toContain("ventelisten");
    expect(await visitors.signUp({ email: "b@eksempel.example" })).toEqual(first);
    expect(await visitors.states()).toEqual({ a: "registered", b: "waiting" });
    expect([await visitors.kinds("a"), await visitors.kinds("b")]).toEqual([
      ["registration"],
      ["registration-waiting"],
    ]);
  });
});

describe("after sign-up has closed", () => {
  const closed = "2024-04-29T22:00:00.000Z";
  test("the page says so, and where to turn", async () => {
    const { text } = await visitors.ask({ path, at: closed });
    expect(text).toContain("Påmeldingen er stengt");
    expect(text).toContain(`href="${path}/link"`);
    expect(text).toContain("mailto:nic@opptak.example");
  });
  test("the page has the recording when there is one, and never where to join", async () => {
    const links = { recording: "https://opptak.example/sett", joinLink: "https://mote.example/nic" };
    await webinarWith(visitors.table, links);
    const { text } = await visitors.ask({ path, at: "2024-05-02T10:00:00Z" });
    expect(text).toContain(links.recording);
    expect(text).not.toContain(links.joinLink);
  });
  test("a webinar that is called off takes nobody, and says why", async () => {
    await webinarWith(visitors.table, { cancelledAt: instant("2024-04-14T10:00:00Z") });
    expect((await visitors.ask({ path, at })).text).toContain("Webinaret er avlyst");
    expect((await visitors.signUp()).json).toMatchObject({ type: "/problems/webinar-cancelled" });
    expect(await visitors.registrations()).toEqual([]);
  });
});
