import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { OrganisationNumber } from "#shared/domain/organisation.ts";
import { openRegister } from "#shared/register/register.ts";

const number = OrganisationNumber.parse("800000017");
const times = { oneTry: 2000, allTries: 6000, restAfterTrouble: 60_000 };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A register that answers so, with how often it was asked. */
const registerThat = async (answer: RequestListener, more: Partial<typeof times> = {}) => {
  const asked: { path: string | undefined; accept: string | undefined }[] = [];
  server = createServer((request, response) => {
    asked.push({ path: request.url, accept: request.headers.accept });
    return answer(request, response);
  });
  await new Promise<void>((done) => server?.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { asked, register: openRegister(`http://127.0.0.1:${port}/api`, { ...times, ...more }) };
};

const json =
  (status: number, body?: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const whole = {
  organisasjonsnummer: "800000017",
  navn: "OPPDIKTET HAVBRUK AS",
  organisasjonsform: { kode: "AS", beskrivelse: "Aksjeselskap" },
  forretningsadresse: {
    land: "Norge",
    landkode: "NO",
    postnummer: "8006",
    poststed: "BODØ",
    adresse: ["Kaia 3", null, ""],
    kommune: "BODØ",
  },
  konkurs: false,
  underAvvikling: false,
  underTvangsavviklingEllerTvangsopplosning: false,
};

const bare = { organisasjonsnummer: "800000017", navn: "X" };

describe("an answer of the register", () => {
  test.for([
    [
      "found",
      200,
      whole,
      { state: "found", address: "Kaia 3, 8006 BODØ", bankrupt: false, windingUp: false },
    ],
    ["bankrupt", 200, { ...whole, konkurs: true }, { state: "found", bankrupt: true }],
    ["wound up", 200, { ...whole, underAvvikling: true }, { windingUp: true }],
    [
      "wound up by force",
      200,
      { ...whole, underTvangsavviklingEllerTvangsopplosning: true },
      { windingUp: true },
    ],
    [
      "without an address",
      200,
      { ...bare, organisasjonsform: { kode: "ORGL" } },
      { form: "ORGL", address: "" },
    ],
    [
      "at a post office box",
      200,
      { ...bare, postadresse: { adresse: ["Boks 1"], postnummer: "0001" } },
      { address: "Boks 1, 0001" },
    ],
    [
      "abroad",
      200,
      { ...bare, forretningsadresse: { adresse: ["A 1"], poststed: "B", land: "Sverige" } },
      { address: "A 1, B, Sverige" },
    ],
    [
      "deleted",
      200,
      { ...bare, slettedato: "2023-03-03" },
      { state: "deleted", name: "X", since: "2023-03-03" },
    ],
    ["removed", 410, { slettedato: "2023-03-03" }, { state: "removed" }],
    ["unknown", 404, undefined, { state: "never-existed" }],
    ["malformed", 400, undefined, { state: "never-existed" }],
  ] as const)("%s", async ([, status, body, expected]) => {
    const { asked, register } = await registerThat(json(status, body));
    expect(await register.ask(number)).toMatchObject(expected);
    expect(asked).toEqual([{ path: "/api/enheter/800000017", accept: "application/json" }]);
  });
});

describe("a register in trouble", () => {
  test("is asked again twice, and answers when it can", async () => {
    let times = 0;
    const { register } = await registerThat((request, response) => {
      times += 1;
      return times < 3 ? json(503)(request, response) : json(200, whole)(request, response);
    });
    expect(await register.ask(number)).toMatchObject({ state: "found" });
    expect(times).toBe(3);
  });

  test.for<readonly [string, RequestListener]>([
    ["breaks", json(500)],
    ["is busy", json(429)],
    [
      "sends us elsewhere",
      (_, response) => response.writeHead(302, { location: "http://127.0.0.1:9/" }).end(),
    ],
    ["says something else", json(200, { ...bare, navn: 7 })],
    ["says nothing of it", json(200, {})],
    ["tells of another", json(200, { ...whole, organisasjonsnummer: "800000025" })],
    ["says nothing that is JSON", (_, response) => response.writeHead(200).end("<html>")],
    ["hangs up", (request) => request.destroy()],
  ])("%s: that is no answer, and nobody waits long or is told why", async ([, answer]) => {
    const { asked, register } = await registerThat(answer);
    expect(await register.ask(number)).toEqual({ state: "unreachable" });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test("that never answers is not waited for", async () => {
    const { asked, register } = await registerThat(() => undefined, { oneTry: 60, allTries: 400 });
    expect(await register.ask(number)).toEqual({ state: "unreachable" });
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  test("is left alone after five troubles in a row", async () => {
    const { asked, register } = await registerThat(json(500));
    for (let i = 0; i < 5; i += 1) await register.ask(number);
    const before = asked.length;
    expect(await register.ask(number)).toEqual({ state: "unreachable" });
    expect(asked.length).toBe(before);
  });

  test("is tried again after its rest", async () => {
    let isWell = false;
    const { register } = await registerThat(
      (request, response) => json(isWell ? 200 : 500, whole)(request, response),
      { restAfterTrouble: 0 },
    );
    for (let i = 0; i < 5; i += 1) await register.ask(number);
    isWell = true;
    expect(await register.ask(number)).toMatchObject({ state: "found" });
  });

  test("is never asked by more than four at once", async () => {
    let now = 0;
    let most = 0;
    const { register } = await registerThat((request, response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        json(200, whole)(request, response);
      });
    });
    const answers = await Promise.all(Array.from({ length: 40 }, () => register.ask(number)));
    expect(answers.every(({ state }) => state === "found")).toBe(true);
    expect(most).toBeLessThanOrEqual(4);
  });
});
