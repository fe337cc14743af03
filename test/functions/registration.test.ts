import ICAL from "ical.js";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { markSent } from "#shared/records/message-tries.ts";
import { needsOfWebinar, readNeeds } from "#shared/records/needs.ts";
import { readSeats } from "#shared/records/seats.ts";
import { routes } from "../../functions/webinar-sign-up/routes.ts";
import { withObstacle } from "../support/dynamodb.ts";
import { asking } from "./asking.ts";
import { enforceAt } from "./enforcing.ts";
import { everything, kari, openWebinar, signUpPath, webinarId, webinarWith } from "./webinar.ts";

let visitors: Awaited<ReturnType<typeof openWebinar>>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  visitors = await openWebinar();
});

const begins = "2024-04-30T10:00:00.000Z";
const justBefore = "2024-04-30T09:59:59.999Z";

describe("looking", () => {
  test("changes nothing, whatever address is asked for and whatever it says", async () => {
    await webinarWith(visitors.table, { places: 1, joinLink: "https://mote.example/nic" });
    const who = await visitors.one({ email: "a@eksempel.example", needs: "Teksting" });
    await visitors.one({ email: "b@eksempel.example" });
    const before = await everything(visitors.table);
    const more = "&action=cancel&changed&received&sent&email=a%40eksempel.example";
    const paths = [
      signUpPath,
      `${signUpPath}?received`,
      `${signUpPath}/link`,
      ...["", "/details", "/webinar.ics"].map((page) => `${who.path}${page}${who.query}`),
      `${who.path}?key=wrong`,
    ];
    for (const path of paths)
      for (const at of ["2024-04-15T07:00:00.000Z", "2024-05-10T07:00:00.000Z"])
        await visitors.ask({ path: `${path}${path.includes("?") ? more : `?${more.slice(1)}`}`, at });
    const gets = routes({ table: visitors.table, site: { url: "https://o.example", assets: "/a" } });
    expect(gets.filter(({ method }) => method === "GET")).toHaveLength(5);
    expect(await everything(visitors.table)).toEqual(before);
  });
});

describe("whoever holds the link", () => {
  test("changes all but the address, also after sign-up has closed, until the webinar begins", async () => {
    const who = await visitors.one();
    const { email: _, ...others } = kari;
    const json = {
      ...others,
      name: "Kari Ny",
      role: "",
      interest: "impact",
      needs: "Teksting",
      key: who.key,
    };
    const change = (at: string, given: object = {}) =>
      visitors.ask({ method: "POST", path: `${who.path}/details`, at, json: { ...json, ...given } });
    expect((await change(justBefore)).status).toBe(200);
    expect(await visitors.registrations()).toMatchObject([
      { name: "Kari Ny", role: "", interest: "impact", email: "kari@eksempel.example", sequence: 0 },
    ]);
    expect(await readNeeds(visitors.table, who.registration)).toBe("Teksting");
    const page = await visitors.ask({ path: `${who.path}/details${who.query}`, at: justBefore });
    for (const text of ["Kari Ny", "Teksting"]) expect(page.text).toContain(text);
    expect((await change(begins)).status).toBe(410);
    expect((await change(justBefore, { email: "x@eksempel.example" })).status).toBe(422);
    expect((await change(justBefore, { key: "wrong" })).status).toBe(404);
    await change(justBefore, { needs: "" });
    expect(await needsOfWebinar(visitors.table, webinarId)).toEqual([]);
  });

  test("gets everything back that cannot be taken", async () => {
    const who = await visitors.one();
    const { email: _, ...others } = kari;
    const form = { ...others, name: "", organisationNumber: "12", key: who.key };
    const told = await visitors.ask({ method: "POST", path: `${who.path}/details`, form });
    expect(told.status).toBe(422);
    for (const text of ['value="12"', "Kan vi søkje igjen?"]) expect(told.text).toContain(text);
  });

  test("has the webinar as a file to open: published, in time, and joined by those with a place alone", async () => {
    const joinLink = "https://mote.example/nic";
    await webinarWith(visitors.table, { places: 1, joinLink });
    const who = await visitors.one();
    const waits = await visitors.one({ email: "b@eksempel.example" });
    const told = await visitors.ask({ path: `${who.path}/webinar.ics${who.query}` });
    expect(told.headers["content-type"]).toBe("text/calendar; charset=utf-8; method=PUBLISH");
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(told.text)).getFirstSubcomponent("vevent") ?? undefined,
    );
    expect([event.location, event.attendees]).toEqual([joinLink, []]);
    expect((await visitors.ask({ path: `${waits.path}/webinar.ics${waits.query}` })).status).toBe(404);
    expect((await visitors.ask({ path: who.path + who.query })).text).toContain(joinLink);
    expect((await visitors.ask({ path: waits.path + waits.query })).text).not.toContain(joinLink);
    const mails = await visitors.owed();
    const told2 = mails.filter(({ content }) => JSON.stringify(content).includes(joinLink));
    expect(told2.map(({ to }) => to)).toEqual(["kari@eksempel.example"]);
  });

  test("signs up again with what was filled in, until sign-up closes", async () => {
    const who = await visitors.one();
    await visitors.press(who, "cancel");
    expect((await visitors.ask({ path: who.path + who.query })).text).toContain('value="sign-up-again"');
    expect((await visitors.press(who, "sign-up-again", "2024-04-29T22:00:00.000Z")).status).toBe(410);
    expect((await visitors.press(who, "sign-up-again", "2024-04-29T21:59:59.999Z")).json).toMatchObject({
      state: "registered",
    });
    expect(await visitors.registrations()).toMatchObject([{ role: "Leiar", sequence: 2, revision: 3 }]);
    expect(await visitors.kinds("kari")).toEqual(["registration", "registration", "registration-cancelled"]);
  });
});

describe("the webinar as it is now", () => {
  test("is what pages, mails and calendars say, and calendars hear that it has changed", async () => {
    const before = await visitors.one();
    const startsAt = instant("2024-05-02T12:00:00Z");
    await webinarWith(visitors.table, {
      ...{ startsAt, endsAt: startsAt.add({ hours: 1 }), sequence: 1 },
      signUpDeadline: { kind: "wholeDay", date: "2024-05-01", timeZone: "Europe/Oslo" },
    });
    expect((await visitors.ask({ path: signUpPath })).text).toContain("2. mai 2024 kl. 14.00–15.00");
    expect((await visitors.ask({ path: before.path + before.query })).text).toContain("2. mai 2024");
    const after = await visitors.one({ email: "b@eksempel.example" }, "2024-05-01T21:59:59.999Z");
    const [message] = (await visitors.owed()).filter(({ to }) => to === after.registration.email);
    expect(message?.content).toMatchObject({ sequence: 1, webinar: { startsAt } });
    await visitors.press(before, "cancel", "2024-05-02T11:59:59.999Z");
    const [cancelled] = (await visitors.owed()).filter(
      ({ content }) => content.kind === "registration-cancelled",
    );
    expect(cancelled?.content).toMatchObject({ sequence: 2, webinar: { startsAt } });
  });
});

describe("asking for the link again", () => {
  const path = `${signUpPath}/link`;
  const askFor = (email: string) => visitors.ask({ method: "POST", path, json: { email } });

  test("is answered alike whether or not somebody has signed up, and mails only who has", async () => {
    const who = await visitors.one();
    const [known, unknown] = [await askFor("kari@eksempel.example"), await askFor("nobody@eksempel.example")];
    expect(unknown).toEqual(known);
    const mails = await visitors.owed();
    expect(mails.map(({ to }) => to)).toEqual(["kari@eksempel.example", "kari@eksempel.example"]);
    const link = mails.find(({ content }) => content.kind === "registration-link")?.content;
    const key = link && "key" in link ? link.key : "";
    for (const one of [key, who.key])
      expect((await visitors.ask({ path: `${who.path}?key=${one}` })).status).toBe(200);
  });

  test("leaves the last five links valid, and is refused after five times in an hour", async () => {
    const who = await visitors.one({}, "2024-04-15T06:59:59.999Z");
    for (let times = 0; times < 5; times += 1) expect((await askFor(kari.email)).status).toBe(202);
    expect((await askFor(kari.email)).status).toBe(429);
    expect((await visitors.ask({ path: who.path + who.query })).status).toBe(404);
    const form = { email: kari.email };
    expect((await visitors.ask({ method: "POST", path, form })).text).toContain(kari.email);
  });
});

describe("a place that is given back", () => {
  const three = async () => {
    await webinarWith(visitors.table, { places: 1 });
    const first = await visitors.one({ email: "a@eksempel.example" }, "2024-04-15T07:00:00.000Z");
    await visitors.one({ email: "b@eksempel.example" }, "2024-04-15T07:01:00.000Z");
    const third = await visitors.one({ email: "c@eksempel.example" }, "2024-04-15T07:02:00.000Z");
    return { first, third };
  };

  test("goes to who has waited longest, who gets the invitation; the others wait on", async () => {
    const { first } = await three();
    await visitors.press(first, "cancel");
    expect(await visitors.states()).toEqual({ a: "cancelled", b: "registered", c: "waiting" });
    expect(await visitors.kinds("b")).toEqual(["registration", "registration-waiting"]);
    expect(await visitors.kinds("c")).toEqual(["registration-waiting"]);
  });

  test("in the line moves nobody, and takes nothing out of a calendar", async () => {
    const { third } = await three();
    await visitors.press(third, "cancel");
    expect(await visitors.states()).toEqual({ a: "registered", b: "waiting", c: "cancelled" });
    const [told] = (await visitors.owed()).filter(({ content }) => content.kind === "registration-cancelled");
    expect(told?.content).toMatchObject({ hadPlace: false });
    expect(await readSeats(visitors.table, { id: webinarId, places: 1 })).toMatchObject({ waiting: 1 });
  });

  test("by a request that dies before it is passed on is passed on by the next run, once", async () => {
    const { first } = await three();
    // The second transaction of the request, which gives the place to the next, never reaches the database.
    let transactions = 0;
    const { table } = withObstacle(visitors.table, "refuse", (_, command) => {
      if (command !== "TransactWriteItemsCommand") return undefined;
      transactions += 1;
      return transactions > 1
        ? { __type: "com.amazonaws.dynamodb.v20120810#InternalServerError" }
        : undefined;
    });
    const dying = asking(table, () => routes({ table, site: { url: "https://o.example", assets: "/a" } }));
    const told = await dying({
      method: "POST",
      path: first.path,
      json: { action: "cancel", key: first.key },
    });
    expect(told.status).toBe(200);
    expect(await visitors.states()).toEqual({ a: "cancelled", b: "waiting", c: "waiting" });
    const calls = (await callsInForce(visitors.table)).map(({ call }) => call);
    for (const at of ["2024-04-15T08:01:00Z", "2024-04-15T08:16:00Z"])
      await enforceAt(visitors.table, at, calls);
    expect(await visitors.states()).toEqual({ a: "cancelled", b: "registered", c: "waiting" });
    expect(await visitors.kinds("b")).toEqual(["registration", "registration-waiting"]);
  });
});

describe("after the webinar", () => {
  test("what was needed is kept for seven days, and that one took part for ninety", async () => {
    await visitors.one({ needs: "Teksting" });
    const kept = async () => [
      (await needsOfWebinar(visitors.table, webinarId)).length,
      (await visitors.registrations()).length,
      (await visitors.owed()).filter(({ content }) => content.kind === "registration").length,
    ];
    await enforceAt(visitors.table, "2024-05-07T10:59:59.999Z");
    expect(await kept()).toEqual([1, 1, 1]);
    await enforceAt(visitors.table, "2024-05-07T11:00:00Z");
    expect(await kept()).toEqual([0, 1, 1]);
    await enforceAt(visitors.table, "2024-07-29T10:59:59.999Z");
    expect(await kept()).toEqual([0, 1, 1]);
    // A confirmation that is on its way still is never deleted before it has gone.
    await enforceAt(visitors.table, "2024-07-29T11:00:00Z");
    expect(await kept()).toEqual([0, 1, 1]);
    for (const message of await visitors.owed())
      await markSent(visitors.table, message, { sesId: "ses", at: message.owedAt });
    await enforceAt(visitors.table, "2024-07-29T11:15:00Z");
    expect(await kept()).toEqual([0, 0, 0]);
  });

  test("what is needed goes at once when one cancels", async () => {
    const who = await visitors.one({ needs: "Teksting" });
    await visitors.press(who, "cancel");
    expect(await needsOfWebinar(visitors.table, webinarId)).toEqual([]);
  });
});
