import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { Circular } from "#shared/domain/circular.ts";
import type { MessageContent } from "#shared/domain/message.ts";
import { EmailAddress } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { circularsOf, keepCircular } from "#shared/records/circulars.ts";
import { staffEvents } from "#shared/records/events.ts";
import { markSent, markUnsent } from "#shared/records/message-tries.ts";
import { upToDate } from "../../functions/mail-delivery/up-to-date.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { anEvent } from "../support/builders.ts";
import { asking, signedIn } from "./asking.ts";
import { call, enforceAt, owedIn } from "./enforcing.ts";
import { everything, openWebinar, webinarId, webinarWith } from "./webinar.ts";

const address = "/staff/calls/nic-2024/webinar/messages";
const before = "2024-04-20T10:00:00.000Z";
const later = "2024-04-20T10:16:00.000Z";
const words = {
  to: "registered",
  subject: "Program for dagen",
  text: "Her er programmet.\n\nSe https://nic.example/program",
};

let webinar: Awaited<ReturnType<typeof openWebinar>>;
let ask: ReturnType<typeof asking>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  webinar = await openWebinar();
  ask = asking(webinar.table, (around) => routes(around.table, openBucket("files"), around.site.url));
  staff = [
    await signedIn(webinar.table, {
      name: "Ola Saksbehandler",
      email: EmailAddress.parse("ola@nic.example"),
      roles: ["manager"],
    }),
  ];
});

const post = (json: object, at = before) => ask({ method: "POST", path: address, cookies: staff, json, at });
const form = (typed: Record<string, string>, at = before) =>
  ask({ method: "POST", path: address, cookies: staff, form: typed, at });
const look = (path: string) => ask({ path, cookies: staff, at: later });
const Preview = z.object({ id: z.string(), receivers: z.int() });
/** What the preview gave the form to send: the message's id and the number shown. */
const previewed = async (given: object = words) =>
  Preview.parse((await post({ action: "preview", ...given })).json);
const sent = async (given: object = words) => {
  const shown = await previewed(given);
  await post({ action: "send", ...given, ...shown });
  return shown.id;
};
const nameIn = ({ to }: { readonly to: string }) => to.split("@")[0];
const come = (name: string, at = "2024-04-15T08:00:00.000Z") =>
  webinar.one({ email: `${name}@eksempel.example`, name }, at);
const owed = () => owedIn(webinar.table, "webinar-circular");
const told = async () => (await owed()).map(nameIn).toSorted();
/** Who would get it if it were sent at this instant. */
const stillTold = async (at = later) => {
  const now = await Promise.all((await owed()).map((one) => upToDate(webinar.table, one, instant(at))));
  return now.flatMap((one) => (one ? [nameIn(one)] : [])).toSorted();
};
const progressOf = async (id: string) =>
  z
    .object({ progress: z.record(z.string(), z.int()) })
    .parse((await ask({ path: `${address}/${id}`, cookies: staff, json: {}, at: later })).json).progress;
/** As text: `toMatchObject` sees no difference between two instants. */
const startOf = (content: MessageContent | undefined) =>
  content?.kind === "webinar-circular" ? content.webinar.startsAt.toString() : undefined;
/** A circular that was kept by somebody who got no further. */
const brokenOff = async () => {
  const receivers = (await webinar.registrations()).map(({ id }) => id);
  const circular = Circular.parse({
    ...{ id: "1b671a64-40d5-491e-99b0-da01ff1f3341", callId: call.id, webinarId, ...words },
    ...{ sentBy: { id: "ola", name: "Ola" }, sentAt: before, receivers },
  });
  await keepCircular(
    webinar.table,
    circular,
    anEvent({ what: "webinar-circular-sent", at: instant(before) }),
  );
  return circular;
};

describe("a message to those who have signed up", () => {
  test("goes from form by preview and confirmation to a page that tells how far it has come", async () => {
    await webinarWith(webinar.table, { places: 2 });
    for (const name of ["a", "b", "c"]) await come(name, `2024-04-15T08:00:0${"abc".indexOf(name)}.000Z`);
    expect((await look("/staff/calls/nic-2024/webinar")).text).toContain(`${address}?lang=nb`);
    expect((await look(address)).text).toContain("Ingen meldinger er sendt ennå.");
    const page = await form({ action: "preview", ...words });
    for (const shown of [
      "Send til 2 mottakere",
      "Hei, Ola Saksbehandler.",
      "Hello, Ola Saksbehandler.",
      "ei melding til dykk",
      "Se https://nic.example/program",
      "30. april 2024 kl. 12.00–13.00",
    ])
      expect(page.text).toContain(shown);
    expect([page.status, await told(), await circularsOf(webinar.table, call.id)]).toEqual([200, [], []]);
    const [, id = ""] = /name="id" value="([^"]+)"/.exec(page.text) ?? [];
    const done = await form({ action: "send", ...words, id, receivers: "2" });
    expect([done.status, done.headers["location"]]).toEqual([303, `${address}/${id}?lang=nb`]);
    expect(await told()).toEqual(["a", "b"]);
    const { text } = await look(`${address}/${id}`);
    for (const shown of [
      "Program for dagen",
      "0 av 2 er behandlet",
      "Ola Saksbehandler",
      'max="2" value="0"',
    ])
      expect(text).toContain(shown);
    expect((await look(address)).text).toContain(`${address}/${id}?lang=nb`);
  });

  test("says what is meant, in a frame in each reader's language, and tells nobody of others", async () => {
    await come("a");
    await sent();
    const [message] = await owed();
    expect(message).toMatchObject({
      ...{ to: "a@eksempel.example", language: "nn" },
      content: { ...words, name: "a" },
    });
    expect(startOf(message?.content)).toBe("2024-04-30T10:00:00Z");
  });

  test("goes to those who wait too, when that is chosen", async () => {
    await webinarWith(webinar.table, { places: 1 });
    for (const name of ["a", "b"]) await come(name, `2024-04-15T08:00:0${"ab".indexOf(name)}.000Z`);
    await sent({ ...words, to: "registered-and-waiting" });
    expect(await told()).toEqual(["a", "b"]);
    expect(await stillTold()).toEqual(["a", "b"]);
  });

  test("is an event with code, id and number, and its words are in no log", async () => {
    for (const name of ["a", "b"]) await come(name);
    const id = await sent();
    const events = await staffEvents(webinar.table, call.id, 5);
    expect(events).toMatchObject([
      { what: "webinar-circular-sent", detail: `${id} 2`, name: "Ola Saksbehandler" },
    ]);
    await enforceAt(webinar.table, later);
    const written = JSON.stringify([events, vi.mocked(process.stdout.write).mock.calls]);
    expect(written).toContain(id);
    for (const secret of ["Program", "programmet", "eksempel.example"]) expect(written).not.toContain(secret);
  });

  test("is staff's alone", async () => {
    await come("a");
    const id = await sent();
    const cookies = [await signedIn(webinar.table)];
    const json = { action: "send", ...words, id, receivers: 1 };
    for (const path of [address, `${address}/${id}`])
      expect((await ask({ path, cookies, at: before })).status).toBe(403);
    expect((await ask({ method: "POST", path: address, cookies, json, at: before })).status).toBe(403);
  });

  test("that there is none of is not found", async () => {
    for (const id of ["1b671a64-40d5-491e-99b0-da01ff1f3341", "x"])
      expect((await look(`${address}/${id}`)).status).toBe(404);
  });
});

describe("what is typed", () => {
  test.for([
    ["to", { ...words, to: "" }, "Velg hvem som skal få meldingen"],
    ["subject", { ...words, subject: "" }, "Skriv et emne"],
    ["text", { ...words, text: "  " }, "Skriv en tekst"],
    ["text", { ...words, text: "x".repeat(3001) }, "3000"],
    ["to", words, "Ingen ville fått meldingen"],
  ] as const)("stands when %s is refused", async ([field, typed, says]) => {
    const page = await form({ action: "preview", ...typed });
    expect(page.status).toBe(422);
    expect(page.text).toContain(says);
    expect(page.text).toMatch(new RegExp(`href="#f-${field}`));
    expect(page.text).toContain(field === "subject" ? "Her er programmet." : 'value="Program for dagen"');
  });

  test("stands when one goes back from the preview to change it", async () => {
    await come("a");
    const page = await form({ action: "write", ...words, id: (await previewed()).id, receivers: "1" });
    expect(page.status).toBe(200);
    expect(page.text).toContain('value="Program for dagen"');
    expect(page.text).toContain("Her er programmet.");
    expect(page.text).not.toContain('name="id"');
  });

  test("is shown as it was typed, and never as markup", async () => {
    await come("a");
    const text = '<a href="https://felle.example">Trykk</a>';
    const page = await form({ action: "preview", ...words, text });
    expect(page.text).toContain("&lt;a href=&quot;https://felle.example&quot;&gt;Trykk");
    expect(page.text).not.toContain('<a href="https://felle.example"');
  });
});

test("a test goes to whoever asks alone, once for the same words, and is no message", async () => {
  for (const name of ["a", "b"]) await come(name);
  const shown = await previewed();
  for (let press = 0; press < 2; press += 1) {
    const page = await form({ action: "try", ...words, id: shown.id, receivers: "2" });
    expect(page.text).toContain("Den går bare til ola@nic.example.");
    expect(page.text).toContain("Send til 2 mottakere");
  }
  const trials = await owedIn(webinar.table, "webinar-circular-trial");
  expect(trials.map(({ to }) => to)).toEqual(["ola@nic.example"]);
  expect([await told(), await circularsOf(webinar.table, call.id)]).toEqual([[], []]);
  await enforceAt(webinar.table, later);
  expect(await told()).toEqual([]);
  const [trial] = trials;
  const page = await look(`/staff/messages/${trial?.id}`);
  expect([page.status, page.text.includes(address)]).toEqual([200, true]);
});

describe("never twice", () => {
  test("when it is confirmed twice, at once or one after the other", async () => {
    for (const name of ["a", "b"]) await come(name);
    const json = { action: "send", ...words, ...(await previewed()) };
    const answers = [...(await Promise.all([post(json), post(json)])), await post(json, later)];
    expect(answers.map(({ json: told }) => told)).toEqual(answers.map(() => ({ id: json.id })));
    await enforceAt(webinar.table, later);
    expect(await told()).toEqual(["a", "b"]);
    expect(await circularsOf(webinar.table, call.id)).toHaveLength(1);
    expect(await staffEvents(webinar.table, call.id, 5)).toHaveLength(1);
  });

  test("when it is confirmed again after the number has changed: it is sent already", async () => {
    await come("a");
    const json = { action: "send", ...words, ...(await previewed()) };
    await post(json);
    await come("b", "2024-04-20T10:05:00.000Z");
    expect((await post(json, later)).json).toEqual({ id: json.id });
    expect(await told()).toEqual(["a"]);
  });

  test("when whoever sent it was broken off: the schedule owes what is left, however often it runs", async () => {
    for (const name of ["a", "b", "c"]) await come(name);
    const { id } = await brokenOff();
    expect([await told(), (await progressOf(id))["owed"]]).toEqual([[], 3]);
    for (const at of ["2024-04-20T10:01:00Z", "2024-04-20T10:01:00Z", later])
      await enforceAt(webinar.table, at);
    expect(await told()).toEqual(["a", "b", "c"]);
  });
});

describe("who gets it", () => {
  test("is asked about again when the number has changed since it was shown", async () => {
    await come("a");
    const shown = await previewed();
    await come("b", "2024-04-16T08:00:00.000Z");
    const page = await form({ action: "send", ...words, id: shown.id, receivers: "1" });
    expect(page.status).toBe(200);
    expect(page.text).toContain("Antallet mottakere er endret");
    expect(page.text).toContain("Send til 2 mottakere");
    expect(page.text).toContain(`name="id" value="${shown.id}"`);
    expect([await told(), await circularsOf(webinar.table, call.id)]).toEqual([[], []]);
    await form({ action: "send", ...words, id: shown.id, receivers: "2" });
    expect(await told()).toEqual(["a", "b"]);
  });

  test("is nobody who has cancelled since, also if they sign up again, and it is said so", async () => {
    const a = await come("a");
    await come("b");
    const id = await sent();
    await webinar.press(a, "cancel", "2024-04-20T10:01:00.000Z");
    expect(await stillTold()).toEqual(["b"]);
    await come("a", "2024-04-20T10:02:00.000Z");
    expect(await stillTold()).toEqual(["b"]);
    const dropped = (await owed()).find((one) => nameIn(one) === "a");
    if (!dropped) throw new Error("Nothing is owed");
    await markUnsent(webinar.table, dropped, "obsolete");
    expect(await progressOf(id)).toMatchObject({ owed: 1, "not-meant": 1 });
  });

  test("is nobody who signs up after it was confirmed, not even when some are still owed theirs", async () => {
    await come("a");
    await brokenOff();
    await come("b", "2024-04-20T10:00:30.000Z");
    await enforceAt(webinar.table, later);
    expect(await told()).toEqual(["a"]);
  });

  test("is told when it is now, though that changed on the way, and that it is called off", async () => {
    await come("a");
    await sent();
    const startsAt = instant("2024-05-02T11:00:00Z");
    await webinarWith(webinar.table, { startsAt, endsAt: startsAt.add({ hours: 1 }), sequence: 1 });
    const [message] = await owed();
    if (!message) throw new Error("Nothing is owed");
    const now = async () => (await upToDate(webinar.table, message, instant(later)))?.content;
    expect(startOf(await now())).toBe("2024-05-02T11:00:00Z");
    expect(await now()).not.toHaveProperty("calledOff");
    await webinarWith(webinar.table, { cancelledAt: instant(later) });
    expect(await now()).toMatchObject({ calledOff: true });
  });
});

test("the numbers on its page are those of what became of each mail", async () => {
  for (const name of ["a", "b", "c"]) await come(name);
  const id = await sent();
  const [one] = await owed();
  if (!one) throw new Error("Nothing is owed");
  await markSent(webinar.table, one, { sesId: "ses-1", at: instant(later) });
  expect(await progressOf(id)).toEqual({ owed: 2, sent: 1, delivered: 0, failed: 0, "not-meant": 0 });
  expect((await look(`${address}/${id}`)).text).toContain("1 av 3 er behandlet");
});

test("each person's own page says what became of theirs", async () => {
  const { registration } = await come("a");
  await sent();
  const { text } = await look(`/staff/registrations/${webinarId}/${registration.id}`);
  expect(text).toContain("Melding til påmeldte");
});

test("it is deleted with the registrations, and so is what was tried of it", async () => {
  await come("a");
  const { id } = await previewed();
  await post({ action: "try", ...words, id, receivers: 1 });
  await post({ action: "send", ...words, id, receivers: 1 });
  for (const one of await webinar.owed())
    await markSent(webinar.table, one, { sesId: "ses", at: instant(later) });
  await enforceAt(webinar.table, "2024-07-28T10:59:00Z");
  expect(await circularsOf(webinar.table, call.id)).toHaveLength(1);
  await enforceAt(webinar.table, "2024-07-29T11:01:00Z");
  const left = JSON.stringify(await everything(webinar.table));
  for (const gone of ["Program for dagen", "webinar-circular-trial", "a@eksempel.example"])
    expect(left).not.toContain(gone);
});
