import { beforeEach, describe, expect, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { callsInForce } from "#shared/records/calls.ts";
import { delivered } from "./delivered.ts";
import { enforceAt, owedIn } from "./enforcing.ts";
import { openWebinar, webinarWith } from "./webinar.ts";

const dayBefore = "2024-04-29T10:00:00.000Z";
const hourBefore = "2024-04-30T09:00:00.000Z";
const afterwards = "2024-04-30T11:01:00.000Z";
const joinLink = "https://mote.example/nic";
const recording = "https://film.example/nic";

let webinar: Awaited<ReturnType<typeof openWebinar>>;
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  webinar = await openWebinar();
});

const come = (name: string, at = "2024-04-15T08:00:00.000Z") =>
  webinar.one({ email: `${name}@eksempel.example`, name, language: "nb" }, at);
const run = async (...times: readonly string[]) => {
  const calls = (await callsInForce(webinar.table)).map(({ call }) => call);
  for (const at of times) await enforceAt(webinar.table, at, calls);
};
const reminded = async (kind: "webinar-soon" | "webinar-thanks" = "webinar-soon") =>
  (await owedIn(webinar.table, kind))
    .map(({ to, id }) => `${to.split("@")[0]} ${id.split(".")[0]}`)
    .toSorted();
const firstOwed = async (kind: "webinar-soon" | "webinar-thanks") => {
  const [message] = await owedIn(webinar.table, kind);
  if (!message) throw new Error("Nothing is owed");
  return message;
};

describe("those with a place are reminded", () => {
  test("a day and an hour before, once each, however often the schedule runs", async () => {
    await come("a");
    await run("2024-04-29T09:59:00.000Z");
    expect(await reminded()).toEqual([]);
    await run(dayBefore, dayBefore, "2024-04-29T10:15:00.000Z");
    expect(await reminded()).toEqual(["a webinar-soon-day"]);
    await run(hourBefore, hourBefore, dayBefore);
    expect(await reminded()).toEqual(["a webinar-soon-day", "a webinar-soon-hour"]);
  });

  test("and not when they came after it was due, wait, or have given up their place", async () => {
    await webinarWith(webinar.table, { places: 3 });
    await come("a");
    const gone = await come("b");
    await come("late", "2024-04-29T10:00:00.001Z");
    await come("waiting", "2024-04-15T09:00:00.000Z");
    await webinar.press(gone, "cancel", "2024-04-29T09:00:00.000Z");
    await run(dayBefore);
    // Whoever waited has got the place that was given up, an hour before it was due.
    expect(await reminded()).toEqual(["a webinar-soon-day", "waiting webinar-soon-day"]);
    await run(hourBefore);
    expect((await reminded()).filter((one) => one.endsWith("hour"))).toEqual([
      "a webinar-soon-hour",
      "late webinar-soon-hour",
      "waiting webinar-soon-hour",
    ]);
  });

  test("not of a webinar that is called off or has begun", async () => {
    await come("a");
    await run("2024-04-30T10:00:00.000Z");
    await webinarWith(webinar.table, { cancelledAt: instant("2024-04-20T10:00:00Z") });
    await run(dayBefore, hourBefore);
    expect(await reminded()).toEqual([]);
  });

  test("with the link that is set when the mail goes", async () => {
    await come("a");
    await run(hourBefore);
    await webinarWith(webinar.table, { joinLink });
    const { state, mail } = await delivered(webinar.table, await firstOwed("webinar-soon"));
    expect([state, mail?.subject]).toEqual(["sent", "Om en time: Søkewebinar om opptak av nye klynger"]);
    expect(mail?.text).toContain(joinLink);
  });

  test("without a link that is not set, and where to cancel", async () => {
    await come("a");
    await run(dayBefore);
    const { mail } = await delivered(webinar.table, await firstOwed("webinar-soon"));
    expect(mail?.text).toContain("ikke klar ennå");
    expect(mail?.text).toContain("/nb/calls/nic-2024/webinar/link");
  });

  test.for([
    [
      "they have given up their place",
      async (one) => void (await webinar.press(one, "cancel", dayBefore)),
      5,
    ],
    [
      "it has been moved",
      async () => void (await webinarWith(webinar.table, { startsAt: instant("2024-05-02T10:00:00Z") })),
      5,
    ],
    ["it has begun", async () => {}, 24 * 60],
  ] as const satisfies readonly (readonly [
    string,
    (one: Awaited<ReturnType<typeof come>>) => Promise<void>,
    number,
  ])[])("unless, before the mail goes, %s", async ([, happens, minutes]) => {
    const one = await come("a");
    await run(dayBefore);
    const message = await firstOwed("webinar-soon");
    await happens(one);
    expect(await delivered(webinar.table, message, minutes)).toMatchObject({ state: "obsolete" });
  });

  test("anew of a webinar that has been moved", async () => {
    await come("a");
    await run(dayBefore);
    const [startsAt, endsAt] = [instant("2024-05-02T10:00:00Z"), instant("2024-05-02T11:00:00Z")];
    await webinarWith(webinar.table, { startsAt, endsAt });
    await run("2024-05-01T10:00:00.000Z");
    expect(await reminded()).toEqual(["a webinar-soon-day", "a webinar-soon-day"]);
  });
});

describe("those who had a place are thanked", () => {
  test("once, when it can be seen again, and not weeks later", async () => {
    const one = await come("a");
    await webinar.press(await come("b"), "cancel", dayBefore);
    await run(afterwards);
    expect(await reminded("webinar-thanks")).toEqual([]);
    await webinarWith(webinar.table, { recording });
    await run("2024-05-14T11:00:00.000Z");
    expect(await reminded("webinar-thanks")).toEqual([]);
    await run("2024-05-03T11:00:00.000Z", "2024-05-03T11:15:00.000Z");
    expect(await reminded("webinar-thanks")).toEqual(["a webinar-thanks"]);
    const { mail } = await delivered(webinar.table, await firstOwed("webinar-thanks"));
    expect(mail?.text).toContain(recording);
    expect(mail?.to).toMatchObject({ text: one.registration.email });
  });
});
