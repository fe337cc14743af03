import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { staffEvents } from "#shared/records/events.ts";
import { readWebinar } from "#shared/records/webinars.ts";
import { upToDate } from "../../functions/mail-delivery/up-to-date.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { asking, signedIn } from "./asking.ts";
import { call, enforceAt, owedIn } from "./enforcing.ts";
import { openWebinar, webinarWith } from "./webinar.ts";

const address = "/staff/calls/nic-2024/webinar";
const before = "2024-04-20T10:00:00.000Z";
const moved = { date: "2.5.2024", starts: "13.00", ends: "14.30", signUpDate: "1.5.2024", signUpTime: "" };
const link = "https://mote.example/nic?pwd=hemmelig";

let webinar: Awaited<ReturnType<typeof openWebinar>>;
let ask: ReturnType<typeof asking>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  webinar = await openWebinar();
  ask = asking(webinar.table, (around) => routes(around.table, openBucket("files"), around.site.url));
  staff = [await signedIn(webinar.table, { name: "Ola Saksbehandler", roles: ["manager"] })];
});

const change = (json: object, at = before) =>
  ask({ method: "POST", path: address, cookies: staff, json, at });
const form = (typed: Record<string, string>, at = before) =>
  ask({ method: "POST", path: address, cookies: staff, form: typed, at });
/** Asks, and answers what is asked. */
const confirmed = async (json: object, at = before) => {
  const asked = await change(json, at);
  return change({ ...json, confirmed: z.object({ confirm: z.int() }).parse(asked.json).confirm }, at);
};
const email = (name: string) => `${name}@eksempel.example`;
/** In the order of their names, when nothing else is said. */
const come = (name: string, at = `2024-04-15T08:00:0${"abcd".indexOf(name)}.000Z`) =>
  webinar.one({ email: email(name), name }, at);
const toldOf = async (kind: "webinar-changed" | "webinar-called-off") =>
  (await owedIn(webinar.table, kind)).map(({ to }) => to.split("@")[0]).toSorted();
const stillTrue = async (kind: "webinar-changed" | "webinar-called-off", at: string) => {
  const messages = await owedIn(webinar.table, kind);
  const now = await Promise.all(messages.map((one) => upToDate(webinar.table, one, instant(at))));
  return now.flatMap((one) => (one ? [one.to.split("@")[0]] : [])).toSorted();
};
const record = () => readWebinar(webinar.table, call);

describe("the webinar's page for staff", () => {
  test("says what holds, and shows the link nowhere else than there", async () => {
    await webinarWith(webinar.table, { places: 2 });
    for (const name of ["a", "b", "c"]) await come(name);
    await confirmed({ action: "join-link", joinLink: link });
    const { text } = await ask({ path: address, cookies: staff, at: before });
    for (const shown of ["30. april 2024 kl. 12.00–13.00", "2. 2 er tatt, 1 står på venteliste", link])
      expect(text).toContain(shown);
    const written = JSON.stringify([
      await staffEvents(webinar.table, call.id, 20),
      vi.mocked(process.stdout.write).mock.calls,
    ]);
    expect(written).toContain("join-link");
    expect(written).not.toContain("hemmelig");
    for (const path of ["/staff/calls/nic-2024/registrations", "/staff", "/staff/events"])
      expect((await ask({ path, cookies: staff, at: before })).text).not.toContain("hemmelig");
  });

  test("is staff's alone", async () => {
    const cookies = [await signedIn(webinar.table)];
    const json = { action: "recording", recording: "https://se.example/1" };
    expect((await ask({ path: address, cookies, at: before })).status).toBe(403);
    expect((await ask({ method: "POST", path: address, cookies, json, at: before })).status).toBe(403);
    expect((await record()).revision).toBe(0);
  });
});

describe("moving it", () => {
  test("asks once more, says how many are mailed, and changes nothing before the answer", async () => {
    await webinarWith(webinar.table, { places: 2 });
    for (const name of ["a", "b", "c"]) await come(name);
    const page = await form({ action: "move", ...moved });
    expect(page.status).toBe(200);
    expect(page.text).toContain("E-post går til 2 påmeldte og 1 på venteliste.");
    expect(page.text).toContain("2. mai 2024 kl. 13.00–14.30");
    expect([(await record()).sequence, await toldOf("webinar-changed")]).toEqual([0, []]);
    const done = await form({ action: "move", ...moved, confirmed: "1" });
    expect([done.status, done.headers["location"]]).toEqual([303, `${address}?lang=nb`]);
    expect(await toldOf("webinar-changed")).toEqual(["a", "b", "c"]);
    expect(await record()).toMatchObject({ sequence: 1, startsAt: instant("2024-05-02T11:00:00Z") });
  });

  test("tells of both times, with an event to those who have a place and none to who waits", async () => {
    await webinarWith(webinar.table, { places: 1 });
    for (const name of ["a", "b"]) await come(name);
    await confirmed({ action: "move", ...moved });
    const messages = await owedIn(webinar.table, "webinar-changed");
    const contents = Object.fromEntries(messages.map(({ to, content }) => [to.split("@")[0], content]));
    expect(contents["a"]).toMatchObject({
      ...{ what: "moved", hasPlace: true, sequence: 1, change: 1 },
      webinar: { startsAt: instant("2024-05-02T11:00:00Z"), endsAt: instant("2024-05-02T12:30:00Z") },
      was: { startsAt: instant("2024-04-30T10:00:00Z") },
    });
    expect(contents["b"]).toMatchObject({ what: "moved", hasPlace: false });
  });

  test("is asked about anew when somebody else has changed it since", async () => {
    await come("a");
    await change({ action: "move", ...moved });
    await webinarWith(webinar.table, { recording: "https://se.example/1" });
    const again = await change({ action: "move", ...moved, confirmed: 0 });
    expect(again.json).toMatchObject({ confirm: 1 });
    expect((await record()).sequence).toBe(0);
  });

  test.for([
    ["date", { ...moved, date: "19.4.2024", signUpDate: "18.4.2024" }, "Tidspunktet er passert"],
    ["ends", { ...moved, ends: "13.00" }, "må slutte etter at det begynner"],
    ["signUpDate", { ...moved, signUpDate: "2.5.2024" }, "må stenge før webinaret begynner"],
    ["starts", { ...moved, starts: "25.00" }, "klokkeslett"],
  ] as const)("says what is wrong at %s, and what was typed stands", async ([field, typed, says]) => {
    const page = await form({ action: "move", ...typed });
    expect(page.status).toBe(422);
    expect(page.text).toContain(says);
    expect(page.text).toMatch(new RegExp(`href="#f-${field}"`));
    for (const value of [typed.date, typed.starts]) expect(page.text).toContain(`value="${value}"`);
    expect((await record()).revision).toBe(0);
  });

  test("of the sign-up deadline alone mails nobody and asks nothing", async () => {
    await come("a");
    const same = { date: "30.4.2024", starts: "12.00", ends: "13.00" };
    const done = await change({ action: "move", ...same, signUpDate: "28.4.2024", signUpTime: "12.00" });
    expect(done).toMatchObject({ status: 200, json: { revision: 1 } });
    expect(await toldOf("webinar-changed")).toEqual([]);
    expect((await record()).sequence).toBe(0);
  });

  test("to when it is already changes nothing", async () => {
    const {
      webinar: { signUpDeadline: d },
    } = call;
    const date = d.kind === "moment" ? d.localTime.slice(0, 10) : d.date;
    const time = d.kind === "moment" ? d.localTime.slice(11, 16) : "";
    const same = { date: "30.4.2024", starts: "12.00", ends: "13.00", signUpDate: date, signUpTime: time };
    expect((await change({ action: "move", ...same })).json).toEqual({ revision: 0 });
    expect(await staffEvents(webinar.table, call.id, 5)).toEqual([]);
  });

  test("pressed twice at once is done once", async () => {
    await come("a");
    const json = { action: "move", ...moved, confirmed: 0 };
    await Promise.all([change(json), change(json), change(json)]);
    expect((await record()).sequence).toBe(1);
    expect(await toldOf("webinar-changed")).toEqual(["a"]);
  });
});

describe("what everybody is told", () => {
  test("is finished by the schedule, late or twice, and nobody is told the same twice", async () => {
    for (const name of ["a", "b"]) await come(name);
    await webinarWith(webinar.table, {
      ...{ sequence: 1, startsAt: instant("2024-05-02T11:00:00Z"), endsAt: instant("2024-05-02T12:30:00Z") },
      changes: [
        {
          ...{ sequence: 1, at: instant(before), what: "moved" },
          was: { startsAt: instant("2024-04-30T10:00:00Z"), endsAt: instant("2024-04-30T11:00:00Z") },
        },
      ],
    });
    expect(await toldOf("webinar-changed")).toEqual([]);
    const calls = [{ ...call, webinar: { ...call.webinar, startsAt: instant("2024-05-02T11:00:00Z") } }];
    for (const at of ["2024-04-20T10:01:00Z", "2024-04-20T10:01:00Z", "2024-04-21T10:01:00Z"])
      await enforceAt(webinar.table, at, calls);
    expect(await toldOf("webinar-changed")).toEqual(["a", "b"]);
  });

  test("reaches who signed up while it was being changed, and not who came after", async () => {
    await come("a");
    await confirmed({ action: "move", ...moved });
    await come("b", "2024-04-20T10:00:20.000Z");
    await come("c", "2024-04-20T10:02:00.000Z");
    await enforceAt(webinar.table, "2024-04-20T10:16:00Z");
    await come("d", "2024-04-20T10:20:00.000Z");
    await enforceAt(webinar.table, "2024-04-20T10:31:00Z");
    expect(await toldOf("webinar-changed")).toEqual(["a", "b"]);
  });

  test("is only the last: an older change is not sent when there is a later, which says it all", async () => {
    await come("a");
    await confirmed({ action: "move", ...moved });
    await confirmed({ action: "join-link", joinLink: link }, "2024-04-20T11:00:00.000Z");
    const messages = await owedIn(webinar.table, "webinar-changed");
    const now = await Promise.all(messages.map((one) => upToDate(webinar.table, one, instant(before))));
    expect(now.flatMap((one) => (one ? [one.content] : []))).toMatchObject([
      {
        ...{ what: "join-link", change: 2, sequence: 2 },
        webinar: { startsAt: instant("2024-05-02T11:00:00Z"), joinLink: link },
        was: { startsAt: instant("2024-04-30T10:00:00Z") },
      },
    ]);
  });

  test("of a link goes to nobody who waits, who are still told of the move before it", async () => {
    await webinarWith(webinar.table, { places: 1 });
    for (const name of ["a", "b"]) await come(name);
    await confirmed({ action: "move", ...moved });
    await confirmed({ action: "join-link", joinLink: link }, "2024-04-20T11:00:00.000Z");
    const messages = await owedIn(webinar.table, "webinar-changed");
    const toWaiting = messages.filter(({ to }) => to === email("b"));
    expect(toWaiting).toHaveLength(1);
    expect(JSON.stringify(toWaiting)).not.toContain("hemmelig");
    expect(await stillTrue("webinar-changed", before)).toEqual(["a", "b"]);
  });

  test("goes to nobody who has cancelled, or has been given a place since", async () => {
    await webinarWith(webinar.table, { places: 1 });
    const a = await come("a");
    await come("b");
    await confirmed({ action: "move", ...moved });
    expect(await stillTrue("webinar-changed", before)).toEqual(["a", "b"]);
    await webinar.press(a, "cancel", "2024-04-20T12:00:00.000Z");
    expect(await webinar.states()).toEqual({ a: "cancelled", b: "registered" });
    expect(await stillTrue("webinar-changed", before)).toEqual([]);
  });
});

describe("calling it off", () => {
  test("asks once more, takes it out of calendars, and cannot be undone", async () => {
    await webinarWith(webinar.table, { places: 1 });
    for (const name of ["a", "b"]) await come(name);
    const asked = await form({ action: "call-off" });
    expect(asked.text).toContain("Avlys webinaret?");
    expect((await record()).cancelledAt).toBeUndefined();
    await form({ action: "call-off", confirmed: "1" });
    expect(await stillTrue("webinar-called-off", before)).toEqual(["a", "b"]);
    const messages = await owedIn(webinar.table, "webinar-called-off");
    expect(messages.map(({ content }) => [content.hasPlace, content.sequence])).toEqual(
      expect.arrayContaining([
        [true, 1],
        [false, 1],
      ]),
    );
    const late = await change({ action: "move", ...moved });
    expect(late).toMatchObject({ status: 410, json: { type: "/problems/webinar-cancelled" } });
    const page = await ask({ path: address, cookies: staff, at: before });
    expect(page.text).toContain("Avlyst 20. april 2024 kl. 12.00");
    expect(page.text).not.toContain('value="call-off"');
  });
});

describe("more places", () => {
  test("are given to those who wait at once", async () => {
    await webinarWith(webinar.table, { places: 1 });
    for (const name of ["a", "b", "c"]) await come(name);
    expect(await change({ action: "places", places: "2" })).toMatchObject({ status: 200 });
    expect(await webinar.states()).toEqual({ a: "registered", b: "registered", c: "waiting" });
    const [event] = await staffEvents(webinar.table, call.id, 1);
    expect(event).toMatchObject({ what: "webinar-changed", detail: "places", name: "Ola Saksbehandler" });
  });

  test("cannot become fewer, and what was typed stands", async () => {
    await webinarWith(webinar.table, { places: 10 });
    const page = await form({ action: "places", places: "9" });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Velg et tall over 10.");
    expect(page.text).toContain('value="9"');
  });
});

test.for(["http://mote.example/nic", "ikke en lenke", "javascript:alert(1)"])(
  "a link must be safe: %s",
  async (joinLink) => {
    const told = await change({ action: "join-link", joinLink });
    expect(told.status).toBe(422);
    expect((await record()).joinLink).toBeUndefined();
  },
);

test("a recording is put there also when it is over", async () => {
  const json = { action: "recording", recording: "https://se.example/1" };
  expect((await change(json, "2024-05-03T10:00:00.000Z")).status).toBe(200);
  expect((await record()).recording).toBe("https://se.example/1");
});
