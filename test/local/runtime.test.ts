import { verify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import * as z from "zod";
import { people } from "../../local/people.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";
import { temporaryFolder } from "./hand-made.ts";
import { smallService } from "./small-service.ts";

const deadline = Date.parse("2024-06-21T14:00:00.000Z");
const slow = { timeout: 60_000 };

const assembly = mkdtempSync(path.join(tmpdir(), "opptak-"));
beforeAll(() => void smallService(assembly));
afterAll(() => rmSync(assembly, { recursive: true }));

const post = (url: string, fields: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(fields),
  });

const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();

const receipt = Buffer.from("a receipt");

/** What the function `sign` gets from KMS. */
const signIn = async ({ invoke }: Runtime): Promise<unknown> => {
  const Message = receipt.toString("base64");
  return JSON.parse((await invoke("sign", { Message })).payload);
};

/** The key that people are shown. */
const keyIn = async ({ url }: Runtime): Promise<string> => {
  const page = await (await fetch(`${url}/local/keys`)).text();
  return /-----BEGIN[^<]*-----END PUBLIC KEY-----/.exec(page)?.[0] ?? "";
};

const subjects = async ({ messages }: Runtime): Promise<string[]> =>
  (await messages()).map(({ subject }) => subject);

describe("the runtime", slow, () => {
  const lines: string[] = [];
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await startRuntime({ port: 0, assembly, log: (line) => lines.push(line) });
  }, 60_000);
  afterAll(() => runtime.stop());

  test("begins in the morning of 15 April 2024 and goes on from there", async () => {
    const april = Date.parse("2024-04-15T09:00:00+02:00");
    expect(await json(fetch(runtime.url))).toMatchObject({ at: expect.any(Number) });
    expect(runtime.clock.now()).toBeGreaterThan(april);
    expect(runtime.clock.now()).toBeLessThan(april + 3_600_000);
  });

  test("tells functions its own address for the site and for the issuer", async () => {
    expect(await json(fetch(`${runtime.url}/nb`))).toMatchObject({
      SITE_URL: runtime.url,
      OIDC_ISSUER: `${runtime.url}/local/issuer`,
      OIDC_CLIENT_ID: "Client",
    });
  });

  test("shows what functions log, after their names", async () => {
    await fetch(`${runtime.url}/shown`);
    await vi.waitFor(() =>
      expect(lines).toContainEqual(expect.stringMatching(/^pages \| .*asked for \/shown$/)),
    );
  });

  test("sends who comes to localhost to the name that its cookies are for", async () => {
    const [, port] = runtime.url.split("127.0.0.1:");
    const answer = await fetch(`http://localhost:${port}/nb?a=1`, { redirect: "manual" }).catch(
      () => undefined,
    );
    // Where localhost is ::1 only, nobody comes that way.
    if (answer) expect(answer.headers.get("location")).toBe(`${runtime.url}/nb?a=1`);
  });

  test("gives the first request after a move exactly the time that was moved to", async () => {
    for (const to of [
      "2024-06-21T15:59:59.999+02:00",
      "2024-06-21T16:00:00.000+02:00",
      "2024-06-21T14:00:00.001Z",
    ]) {
      await post(`${runtime.url}/local/clock`, { to });
      expect(await json(fetch(runtime.url))).toMatchObject({ at: Date.parse(to) });
    }
    await post(`${runtime.url}/local/clock`, { to: "2024-06-21T16:00:00+02:00", stands: true });
    expect(await json(fetch(`${runtime.url}/local/clock`))).toEqual({
      now: "2024-06-21T14:00:00.000Z",
      stands: true,
      waits: false,
    });
    await fetch(runtime.url);
    expect(await json(fetch(runtime.url))).toMatchObject({ at: deadline });
  });

  test("fires schedules on the way, and what they set off happens at their time", async () => {
    await runtime.travel(deadline);
    await post(`${runtime.url}/local/clock`, { by: 3600 });
    expect(await subjects(runtime)).toContain(`tidied 2024-06-21T14:01:00Z at ${deadline / 1000 + 60}`);
  });

  test("delivers the mail of a change, for scripts to read", async () => {
    await runtime.travel(deadline, { held: true });
    await post(`${runtime.url}/new`, {});
    await runtime.settled();
    const subject = `posted /new at ${deadline / 1000}`;
    const messages = await json(fetch(`${runtime.url}/local/messages?to=A@b.example`));
    expect(messages).toContainEqual({
      id: expect.any(String),
      to: "a@b.example",
      subject,
      text: `${subject}\n`,
      html: `<p>${subject}</p>\n`,
      calendar: "",
    });
    expect(await json(fetch(`${runtime.url}/local/messages?to=nobody@b.example`))).toEqual([]);
  });

  test("lists people and queues for scripts, and shows both as pages to people", async () => {
    expect(await json(fetch(`${runtime.url}/local/people`))).toHaveLength(people.length);
    expect(await json(fetch(`${runtime.url}/local/queues`))).toEqual([]);
    for (const place of ["", "/inbox", "/mails", "/people", "/keys", "/clock", "/queues"]) {
      const page = await fetch(`${runtime.url}/local${place}`, { headers: { accept: "text/html" } });
      expect(page.headers.get("content-type")).toContain("text/html");
      expect(await page.text()).toMatch(/<html lang="en">.*<h1>/s);
    }
  });

  test("shows a mail: as it looks, shut in, as text, and its source", async () => {
    await post(`${runtime.url}/shown`, {});
    await runtime.settled();
    const { id } = (await runtime.messages()).at(-1) ?? { id: "" };
    const page = await (await fetch(`${runtime.url}/local/inbox/${id}`)).text();
    expect(page).toContain('<iframe sandbox="');
    const body = await fetch(`${runtime.url}/local/inbox/${id}/body`);
    expect(body.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
    expect(await body.text()).toContain("<p>posted /shown");
    expect(await (await fetch(`${runtime.url}/local/inbox/${id}/source.eml`)).text()).toContain(
      "Subject: posted",
    );
    expect((await fetch(`${runtime.url}/local/inbox/none`)).status).toBe(404);
  });

  test("shows every mail there is, in each language and shut in", async () => {
    const mails = `${runtime.url}/local/mails`;
    for (const language of ["nb", "nn", "en"]) {
      const page = await (await fetch(`${mails}?lang=${language}`)).text();
      const frames = [
        ...page.matchAll(/<iframe sandbox="[a-z -]+" loading="lazy" title="[a-z0-9-]+" src="([^"]+)"/g),
      ];
      expect(frames.length).toBeGreaterThan(25);
      for (const [, place = ""] of frames) {
        const body = await fetch(runtime.url + place);
        expect(body.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
        expect(await body.text()).toContain(`<html lang="${language}">`);
      }
    }
    expect((await fetch(`${mails}/none.nb.html`)).status).toBe(404);
    expect((await fetch(`${mails}/..%2Fmessages.md`)).status).toBe(404);
  });

  test.each([
    [{ to: "soon" }, {}, 400],
    [{ to: "2024-13-01T00:00:00Z" }, {}, 400],
    [{}, {}, 400],
    [{ to: "2024-06-21T14:00:00Z", more: 1 }, {}, 400],
    [{ to: "2024-06-21T14:00:00Z" }, { "sec-fetch-site": "cross-site" }, 403],
  ])("does not move the clock for %j with %j", async (fields, headers, status) => {
    await runtime.travel(deadline, { held: true });
    expect((await post(`${runtime.url}/local/clock`, fields, headers)).status).toBe(status);
    expect(runtime.clock.now()).toBe(deadline);
  });

  test("reads a time without an offset on the wall of Oslo", async () => {
    const form = new URLSearchParams({ to: "2024-06-21T16:00:00.5" });
    const headers = { accept: "text/html" };
    await fetch(`${runtime.url}/local/clock`, { method: "POST", body: form, headers, redirect: "manual" });
    expect(runtime.clock.now()).toBe(deadline + 500);
  });

  test("keeps mail back while it is down, and delivers it afterwards", async () => {
    await post(`${runtime.url}/local/outage`, { ses: true });
    await post(`${runtime.url}/during`, {});
    await vi.waitFor(() =>
      expect(lines).toContainEqual(expect.stringContaining("is down, as was asked for")),
    );
    expect(await subjects(runtime)).not.toContainEqual(expect.stringContaining("/during"));
    await post(`${runtime.url}/local/outage`, { ses: false });
    await runtime.settled();
    expect(await subjects(runtime)).toContainEqual(expect.stringContaining("/during"));
  });

  test("signs for a function with the key that it shows, but not while KMS is down", async () => {
    const Answer = z.object({ Signature: z.base64() });
    expect(await json(post(`${runtime.url}/local/outage`, { kms: true }))).toEqual({ ses: false, kms: true });
    expect(await signIn(runtime)).toMatchObject({ __type: "KMSInternalException" });
    await post(`${runtime.url}/local/outage`, { kms: false });
    const { Signature } = Answer.parse(await signIn(runtime));
    expect(verify("sha256", receipt, await keyIn(runtime), Buffer.from(Signature, "base64"))).toBe(true);
  });

  test("shows who lets a service be down the page of that service", async () => {
    const body = new URLSearchParams({ kms: "false" });
    const form = { method: "POST", body, headers: { accept: "text/html" }, redirect: "manual" } as const;
    const answer = await fetch(`${runtime.url}/local/outage`, form);
    expect(answer.headers.get("location")).toBe("/local/keys");
  });

  test.each([{ on: true }, {}, { ses: "perhaps" }])("lets nothing be down for %j", async (fields) => {
    expect((await post(`${runtime.url}/local/outage`, fields)).status).toBe(400);
  });
});

describe("a folder", slow, () => {
  test("keeps mail and keys between starts, and no mail is sent twice", async () => {
    const dataDir = temporaryFolder();
    const first = await startRuntime({ port: 0, assembly, dataDir, log: () => {} });
    await post(`${first.url}/first`, {});
    await first.settled();
    const key = await keyIn(first);
    await first.stop();
    const second = await startRuntime({ port: 0, assembly, dataDir, log: () => {} });
    onTestFinished(second.stop);
    await post(`${second.url}/second`, {});
    await second.settled();
    expect((await subjects(second)).map((subject) => subject.split(" at ")[0])).toEqual([
      "posted /first",
      "posted /second",
    ]);
    expect(key).toContain("PUBLIC KEY");
    expect(await keyIn(second)).toBe(key);
  });
});
