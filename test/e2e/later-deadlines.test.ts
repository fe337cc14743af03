import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Runtime } from "../../local/runtime.ts";
import { applicants, type Client, client, filledIn, reviewed, signIn, staff, startSystem } from "./road.ts";

const [first, second] = applicants;
const [officer, another] = staff;

let system: Runtime;
beforeAll(async () => {
  system = await startSystem();
}, 120_000);
afterAll(() => system?.stop());

/** The clock stands there, so that a request arrives at that very millisecond. */
const standAt = (to: string) => client(system.url).ask("POST", "/local/clock", { to, stands: true });
/** Signed in anew: the clock has gone further than a session lasts. */
const as = (person: typeof first): Promise<Client> => signIn(system.url, person);
const stateOf = async (one: Client, id: string) => (await one.ask("GET", `/nb/applications/${id}`)).json;
const mailsTo = async (to: string | undefined, subject: RegExp) =>
  (await system.messages()).filter((one) => one.to.includes(to ?? "") && subject.test(one.subject));

const monday = { date: "24.6.2024", time: "12.00", reason: "Innloggingen var nede for oss" };
const friday = { date: "28.6.2024", time: "16.00", reason: "Innloggingen var nede for mange" };
const deadline = "/staff/calls/nic-2024/deadline";

describe("later deadlines", { timeout: 240_000 }, () => {
  test("one application gets more time, to the millisecond; then two of the staff move it for everybody", async () => {
    const [writer, other] = await Promise.all([as(first), as(second)]);
    const used = await filledIn(writer, "connect");
    const missed = await filledIn(writer, "explore");
    const others = await filledIn(other, "connect");
    const sendings = new Map<string, object>();
    for (const [one, id] of [
      [writer, used],
      [writer, missed],
      [other, others],
    ] as const)
      sendings.set(id, (await reviewed(one, id)).sending);
    const send = async (person: typeof first, id: string) =>
      (await (await as(person)).ask("POST", `/nb/applications/${id}/submission`, sendings.get(id))).status;

    await standAt("2024-06-21T16:00:00.001+02:00");
    expect(await send(first, used)).toBe(410);
    const granting = await as(officer);
    for (const id of [used, missed])
      expect((await granting.ask("POST", `/staff/applications/${id}/extension`, monday)).status).toBe(200);
    expect(await send(second, others)).toBe(410);
    await vi.waitFor(async () => {
      const [mail] = await mailsTo(first?.email, /har fått utsettelse/);
      expect(mail?.text).toContain("24. juni 2024 kl. 12.00.00");
      expect(mail?.text).toContain("«Innloggingen var nede for oss»");
    }, 20_000);

    await standAt("2024-06-24T12:00:00.000+02:00");
    const page = await (await as(first)).page(`/nb/applications/${used}`);
    expect(page.text).toContain("Frist 21. juni 2024 kl. 16.00. Utsatt til 24. juni 2024 kl. 12.00");
    expect(await send(first, used)).toBe(201);
    expect(await stateOf(await as(first), missed)).toMatchObject({ state: "draft" });
    expect(await stateOf(await as(second), others)).toMatchObject({ state: "expired" });
    await standAt("2024-06-24T12:00:00.001+02:00");
    expect(await send(first, missed)).toBe(410);
    expect(await send(second, others)).toBe(410);
    await standAt("2024-06-24T12:01:00.000+02:00");
    expect(await stateOf(await as(first), missed)).toMatchObject({ state: "expired" });
    expect(await stateOf(await as(first), used)).toMatchObject({ state: "submitted" });

    const proposer = await as(officer);
    expect((await proposer.ask("POST", deadline, { action: "propose", ...friday })).status).toBe(200);
    const alone = await proposer.ask("POST", deadline, { action: "approve", revision: 1 });
    expect(alone).toMatchObject({ status: 409, json: { type: "/problems/needs-another-person" } });
    expect(await send(second, others)).toBe(410);
    const approver = await as(another);
    expect((await approver.ask("POST", deadline, { action: "approve", revision: 1 })).status).toBe(200);
    expect(await send(second, others)).toBe(201);
    expect((await client(system.url).page("/nb/calls/nic-2024?after")).text).toContain(
      "Fristen er flyttet fra 21. juni 2024 kl. 16.00 til 28. juni 2024 kl. 16.00.",
    );

    await standAt("2024-06-24T12:16:00.000+02:00");
    expect(await stateOf(await as(first), missed)).toMatchObject({ state: "draft" });
    await vi.waitFor(async () => {
      expect(await mailsTo(first?.email, /Søknadsfristen er flyttet/)).toHaveLength(2);
      expect(await mailsTo(second?.email, /Søknadsfristen er flyttet/)).toHaveLength(1);
    }, 20_000);
    await standAt("2024-06-28T16:00:00.000+02:00");
    expect(await send(first, missed)).toBe(201);
  });
});
