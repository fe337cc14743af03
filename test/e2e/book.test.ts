import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { Runtime } from "../../local/runtime.ts";
import { type Client, client, reviewed, signIn, staff, startSystem } from "./road.ts";

let system: Runtime;
let one: Client;
let officer: Client;

const setClock = (to: string) => client(system.url).ask("POST", "/local/clock", { to, stands: true });

beforeAll(async () => {
  system = await startSystem();
  await setClock("2024-06-21T15:59:00.000+02:00");
  [one, officer] = [await signIn(system.url), await signIn(system.url, staff[0])];
}, 120_000);
afterAll(() => system?.stop());

const Attempts = z.object({ attempts: z.array(z.object({ outcome: z.string(), requestId: z.string() })) });

test("who tried to send is in the book, for the applicant, for staff, and among those an outage hit", {
  timeout: 60_000,
}, async () => {
  const started = await one.ask("POST", "/nb/calls/nic-2024/applications", { level: "connect" });
  const { id } = z.object({ id: z.string() }).parse(started.json);
  const { sending } = await reviewed(one, id);
  const address = `/nb/applications/${id}/submission`;
  expect((await one.ask("POST", address, sending)).status).toBe(422);
  await setClock("2024-06-21T16:00:00.001+02:00");
  const late = await one.ask("POST", address, { ...sending, idempotencyKey: randomUUID() });
  expect(late.json).toMatchObject({ attempt: { receivedAt: "2024-06-21T14:00:00.001Z", lateMs: 1 } });
  expect((await client(system.url).ask("POST", address, sending)).status).toBe(401);

  const { attempts } = Attempts.parse((await one.ask("GET", `/nb/applications/${id}`)).json);
  const refused = ["problems-in-answers", "deadline-passed", "sign-in-required"];
  expect(attempts.map(({ outcome }) => outcome).toSorted()).toEqual(refused.toSorted());
  expect(late.text).toContain(attempts.find(({ outcome }) => outcome === "deadline-passed")?.requestId);

  await setClock("2024-06-21T16:30:00.000+02:00");
  const book = await officer.ask("GET", "/staff/calls/nic-2024/attempts");
  expect(Object(book.json).items).toHaveLength(3);
  // The clock stands, so what was asked at one instant may come in any order.
  const shown = Attempts.parse((await officer.ask("GET", `/staff/applications/${id}`)).json).attempts;
  expect(shown.map(({ outcome }) => outcome).toSorted()).toEqual([...refused, "begun"].toSorted());
  const recorded = await officer.page("/staff/calls/nic-2024/outages?lang=nb", {
    fromDate: "21.6.2024",
    fromTime: "15.50",
    untilDate: "21.6.2024",
    untilTime: "16.10",
    what: "Prøve",
  });
  expect(recorded.status).toBe(303);
  const outage = await officer.ask("GET", recorded.headers.get("location") ?? "");
  expect(outage.json).toMatchObject({ items: [{ application: { id }, hindered: true, sentAt: null }] });
});
