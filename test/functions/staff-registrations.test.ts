import { beforeEach, describe, expect, test, vi } from "vitest";
import { instant } from "#shared/domain/time.ts";
import { openBucket } from "#shared/files/bucket.ts";
import { letterOf } from "#shared/mail/words.ts";
import { staffEvents } from "#shared/records/events.ts";
import { routes } from "../../functions/staff-console/routes.ts";
import { countAnew } from "../../operator/count-anew.ts";
import { asking, signedIn } from "./asking.ts";
import { call, owedIn } from "./enforcing.ts";
import { kari, openWebinar, webinarWith } from "./webinar.ts";

const list = "/staff/calls/nic-2024/registrations";
const at = "2024-04-20T10:00:00.000Z";

let webinar: Awaited<ReturnType<typeof openWebinar>>;
let ask: ReturnType<typeof asking>;
let staff: readonly string[];
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  webinar = await openWebinar();
  ask = asking(webinar.table, (around) => routes(around.table, openBucket("files"), around.site.url));
  staff = [await signedIn(webinar.table, { name: "Ola Saksbehandler", roles: ["manager"] })];
});

type Given = Partial<typeof kari>;
/** In the order of their names, on days of their own. */
const come = (name: string, given: Given = {}) =>
  webinar.one(
    { ...given, email: `${name}@eksempel.example`, name },
    `2024-04-1${"abcd".indexOf(name) + 5}T08:00:00.000Z`,
  );
const get = async (query = "") => {
  await countAnew(webinar.table, instant(at));
  return ask({ path: `${list}${query}`, cookies: staff, at, headers: { accept: "application/json" } });
};
const post = (path: string, json: object, when = at) =>
  ask({ method: "POST", path, cookies: staff, json, at: when });
const namesIn = ({ json }: Awaited<ReturnType<typeof get>>) =>
  JSON.stringify(json)
    .match(/"name":"[abcd]"/g)
    ?.map((found) => found.at(-2))
    .toSorted();

describe("the registrations", () => {
  test.for([
    ["organisation=berge", ["b"]],
    ["organisation=986399445", ["a", "c"]],
    ["interest=connect", ["c"]],
    ["language=en", ["b", "c"]],
    ["language=en&interest=connect&state=registered", ["c"]],
    ["state=waiting", undefined],
    ["language=fr", ["a", "b", "c"]],
  ] as const)("are filtered by %s, and what was typed is not noted", async ([query, names]) => {
    await come("a");
    await come("b", { organisation: "Berge & Sønn", organisationNumber: "", language: "en" });
    await come("c", { interest: "connect", language: "en" });
    expect(namesIn(await get(`?${query}`))).toEqual(names);
    const [event] = await staffEvents(webinar.table, call.id, 1);
    expect(event?.detail ?? "").not.toMatch(/berge|986399445/);
  });

  test("are counted by day and by organisation, those that gave a number by that", async () => {
    await webinarWith(webinar.table, { places: 2 });
    await come("a");
    await come("b", { organisation: "Berge", organisationNumber: "" });
    await come("c", { organisation: "Døme, avd. nord" });
    const { json } = await get("?counts=shown");
    const none = { registered: 0, waiting: 0, cancelled: 0 };
    expect(json).toMatchObject({
      counts: {
        days: [
          { ...none, name: "2024-04-15", registered: 1 },
          { ...none, name: "2024-04-16", registered: 1 },
          { ...none, name: "2024-04-17", waiting: 1 },
        ],
        organisations: [
          { name: "Døme AS", registered: 1, waiting: 1, cancelled: 0 },
          { ...none, name: "Berge", registered: 1 },
        ],
      },
    });
  });
});

describe("one added by hand", () => {
  test("gets a place or the line and the same mail, and is noted as added by staff", async () => {
    await webinarWith(webinar.table, { places: 1 });
    await come("a");
    const told = await post(`${list}/new`, {
      ...kari,
      email: "b@eksempel.example",
      name: "b",
      needs: "Teksting",
    });
    expect(told.status).toBe(201);
    expect(await webinar.states()).toEqual({ a: "registered", b: "waiting" });
    const added = (await webinar.registrations()).find(({ name }) => name === "b");
    expect(added?.addedByStaff).toBe(true);
    expect((await owedIn(webinar.table, "registration-waiting")).map(({ to }) => to)).toEqual([
      "b@eksempel.example",
    ]);
    const [event] = await staffEvents(webinar.table, call.id, 1);
    expect(event).toMatchObject({ what: "registration-added", detail: added?.id, name: "Ola Saksbehandler" });
  });

  test.for([
    ["an address that is there", { email: "a@eksempel.example" }, at],
    ["nothing in a field that must have something", { name: "" }, at],
    ["a deadline that has passed", {}, "2024-04-30T08:00:00.000Z"],
    ["a call that has not opened", {}, "2024-01-01T08:00:00.000Z"],
  ] as const)("is refused with %s", async ([, given, when]) => {
    await come("a");
    const told = await post(`${list}/new`, { ...kari, email: "b@eksempel.example", ...given }, when);
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(await webinar.registrations()).toHaveLength(1);
  });
});

describe("one cancelled by staff", () => {
  const pathOf = (one: Awaited<ReturnType<typeof come>>) =>
    `/staff/registrations/${one.registration.webinarId}/${one.registration.id}`;

  test("is told why, and the next in line gets the place", async () => {
    await webinarWith(webinar.table, { places: 1 });
    const a = await come("a");
    await come("b");
    const reason = "Dobbelt påmeldt, se www.felle.example";
    expect((await post(pathOf(a), { reason })).status).toBe(200);
    expect(await webinar.states()).toEqual({ a: "cancelled", b: "registered" });
    const [message] = await owedIn(webinar.table, "registration-cancelled");
    if (!message) throw new Error("No message");
    expect(message.content).toMatchObject({ hadPlace: true, because: reason });
    const said = letterOf(message, "https://opptak.example").paragraphs.join(" ");
    expect(said).toContain("Dobbelt påmeldt");
    expect(said).not.toContain("www.felle.example");
    const page = await ask({ path: pathOf(a), cookies: staff, at });
    expect(page.text).toContain(reason);
    expect(JSON.stringify(await staffEvents(webinar.table, call.id, 5))).not.toContain("Dobbelt");
    expect((await post(pathOf(a), { reason })).status).toBe(200);
    expect(await owedIn(webinar.table, "registration-cancelled")).toHaveLength(1);
  });

  test("needs a reason, and only until the webinar begins", async () => {
    const a = await come("a");
    const page = await ask({ method: "POST", path: pathOf(a), cookies: staff, form: { reason: "" }, at });
    expect(page.status).toBe(422);
    expect(page.text).toContain("Skriv en kort begrunnelse");
    expect((await post(pathOf(a), { reason: "For sent" }, "2024-04-30T10:00:00.000Z")).status).toBe(410);
    expect(await webinar.states()).toEqual({ a: "registered" });
  });

  test("may sign up again, and the reason is gone", async () => {
    const a = await come("a");
    await post(pathOf(a), { reason: "Etter ønske" });
    await webinar.press(a, "sign-up-again", "2024-04-21T10:00:00.000Z");
    const [registration] = await webinar.registrations();
    expect(registration).toMatchObject({ state: "registered" });
    expect(registration?.cancelledBecause).toBeUndefined();
  });
});

test("what somebody asks and needs is on their own page, and in no list, export or event", async () => {
  const { registration } = await come("a", { needs: "Tegnspråktolk", questions: "Kan vi søke igjen?" });
  const path = `/staff/registrations/${registration.webinarId}/${registration.id}`;
  const { text } = await ask({ path, cookies: staff, at });
  for (const shown of ["Tegnspråktolk", "Kan vi søke igjen?"]) expect(text).toContain(shown);
  expect((await ask({ path: list, cookies: staff, at })).text).not.toContain("Tegnspråktolk");
  expect(JSON.stringify(await staffEvents(webinar.table, call.id, 9))).not.toContain("Tegnspråktolk");
});

describe("what participants need", () => {
  const needs = (cookies: readonly string[]) =>
    ask({ path: `${list}/needs`, cookies, at, headers: { accept: "application/json" } });

  test("is one list of those who asked for something and come, and that somebody looked is noted", async () => {
    await come("b", { needs: "Teksting" });
    await come("a", { needs: "Tegnspråktolk" });
    await come("c");
    const gone = await come("d", { needs: "Punktskrift" });
    await webinar.press(gone, "cancel");
    const { status, json } = await needs(staff);
    expect(status).toBe(200);
    expect(json).toEqual({
      items: [
        { id: expect.any(String), name: "a", state: "registered", needs: "Tegnspråktolk" },
        { id: expect.any(String), name: "b", state: "registered", needs: "Teksting" },
      ],
    });
    const [event] = await staffEvents(webinar.table, call.id, 1);
    expect(event?.what).toBe("needs-listed");
    expect(JSON.stringify(event)).not.toContain("Teksting");
    expect((await get()).text).not.toContain("Teksting");
  });

  test("is for staff alone", async () => {
    await come("a", { needs: "Teksting" });
    const { status, text } = await needs([await signedIn(webinar.table, {})]);
    expect([status, text.includes("Teksting")]).toEqual([403, false]);
  });
});
