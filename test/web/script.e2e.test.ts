import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { besideBrowser } from "../support/beside-browser.ts";
import { sendPage, serveSamples } from "./sample-server.ts";
import { drawn } from "./samples.tsx";

vi.setConfig({ testTimeout: 30_000 });

interface Answered {
  readonly status: number;
  readonly json?: unknown;
  /** A sample to show instead. */
  readonly page?: string;
}

let page: Page;
let sent: { method: string; url: string; body: string }[];
let answers: (method: string) => Answered;

const isForUs = ({ method }: IncomingMessage) => method === "PUT" || method === "POST";

const running = besideBrowser(
  () =>
    serveSamples(async (request, response) => {
      if (!isForUs(request)) return false;
      const { method = "", url = "" } = request;
      sent.push({ method, url, body: await text(request) });
      const { status, json, page: name } = answers(request.method ?? "");
      if (name) sendPage(response, drawn(name, "nb"), status);
      else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json ?? {}));
      return true;
    }),
  60_000,
);

beforeEach(async () => {
  sent = [];
  answers = () => ({ status: 200, json: { revision: 5, savedAt: "2024-06-21T11:44:00.000Z" } });
  page = await running.browser.newPage();
});
afterEach(async () => {
  await page.context().close();
});

const open = (name: string) => page.goto(`${running.server.url}/samples/nb/${name}`);
const textField = () => page.locator("main input[type=text]").first();
const line = () => page.locator(".saving-text");
const puts = () => sent.filter(({ method }) => method === "PUT");
const kept = () => page.evaluate(() => Object.keys(localStorage).length);

describe("somebody else in the section", () => {
  const others = (...names: string[]) => names.map((name) => ({ name, at: "2024-06-21T11:44:00.000Z" }));
  const saved = (...names: string[]) => ({
    status: 200,
    json: { revision: 5, savedAt: "2024-06-21T11:44:00.000Z", others: others(...names) },
  });
  const lines = () => page.locator("#others li").allTextContents();
  const spoken = () => page.locator("#spoken").textContent();

  test("is shown when a save says so, read aloud once, and gone when they have left", async () => {
    answers = () => saved("Line $& Øst");
    await open("section-first");
    expect(await lines()).toEqual([]);
    await textField().fill("En");
    const line = "Line $& Øst er også i denne delen (sist aktiv kl. 13.44).";
    await expect.poll(lines, { timeout: 15_000 }).toEqual([line]);
    expect(await spoken()).toBe(line);
    await page.evaluate(() => document.getElementById("spoken")?.replaceChildren());
    answers = () => saved("Line $& Øst", "Per");
    await textField().fill("To");
    await expect.poll(async () => (await lines()).length, { timeout: 15_000 }).toBe(2);
    expect(await spoken()).toBe("Per er også i denne delen (sist aktiv kl. 13.44).");
    answers = () => saved();
    await textField().fill("Tre");
    await expect.poll(lines, { timeout: 15_000 }).toEqual([]);
    expect(await page.locator("#others").isVisible()).toBe(false);
  });

  test("who is there when the page opens is not read aloud again", async () => {
    answers = () => saved("Line Øst Nordahl-Breivik");
    await open("section-others");
    await textField().fill("En");
    await expect.poll(() => puts().length, { timeout: 15_000 }).toBe(1);
    await expect
      .poll(lines)
      .toEqual(["Line Øst Nordahl-Breivik er også i denne delen (sist aktiv kl. 13.44)."]);
    expect(await spoken()).toBe("");
  });
});

test.for([403, 404])(
  "one who is told %i keeps the text, and is told that it cannot be changed",
  async (status) => {
    answers = () => ({ status, json: {} });
    await open("section-first");
    await textField().fill("Skrevet for sent");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toContain("kan ikke endres lenger");
    expect(await textField().inputValue()).toBe("Skrevet for sent");
  },
);

describe("while one writes", () => {
  test("answers are saved by themselves as JSON, with the revision they build on", async () => {
    await open("section-first");
    await textField().fill("Kyst & fjord");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toBe("Lagret kl. 13.44");
    expect(JSON.parse(puts()[0]?.body ?? "")).toMatchObject({ revision: 4 });
    expect(puts()[0]?.body).toContain("Kyst & fjord");
    expect(await page.locator("input[name=revision]").inputValue()).toBe("5");
    expect(await kept()).toBe(0);
  });

  test("text survives a reload while the server is down, and is saved when it is back", async () => {
    await open("section-first");
    answers = () => ({ status: 503 });
    await textField().fill("Trygg tekst");
    await expect.poll(() => line().getAttribute("role"), { timeout: 15_000 }).toBe("alert");
    await open("section-first");
    expect(await textField().inputValue()).toBe("Trygg tekst");
    answers = () => ({ status: 200, json: { revision: 5, savedAt: "2024-06-21T11:44:00.000Z" } });
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toBe("Lagret kl. 13.44");
    expect(await kept()).toBe(0);
  });

  test("somebody else's change is told of with both choices, and nothing is overwritten", async () => {
    await open("section-first");
    answers = () => ({ status: 409, json: { theirs: { revision: 9, answers: { organisation: "Andre" } } } });
    await textField().fill("Mitt");
    await page.locator(".saving-conflict").waitFor();
    answers = () => ({ status: 200, page: "section-first" });
    await page.getByRole("button", { name: "Behold det som er skrevet her" }).click();
    await expect.poll(() => sent.at(-1)?.method).toBe("POST");
    const posted = new URLSearchParams(sent.at(-1)?.body);
    expect(posted.get("keep")).toBe("mine");
    expect(posted.get("revision")).toBe("9");
    expect([...posted.values()]).toContain("Mitt");
  });

  test("signed out, the text stays and the way in is shown", async () => {
    await open("section-first");
    answers = () => ({ status: 401 });
    await textField().fill("Utlogget");
    await page.locator(".saving-sign-in a").waitFor();
    expect(await page.locator(".saving-sign-in a").getAttribute("href")).toBe(
      "/auth/sign-in?lang=nb&to=%2Fauth%2Fsession%3Flang%3Dnb",
    );
    expect(await textField().inputValue()).toBe("Utlogget");
    expect(await kept()).toBe(1);
  });

  test("after the deadline it is said, and the text stays", async () => {
    await open("section-first");
    answers = () => ({ status: 410 });
    await textField().fill("For sent");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toContain("kan ikke endres lenger");
    expect(await textField().inputValue()).toBe("For sent");
  });
});

describe("pressing a button", () => {
  test("sends the same form and shows the answer, with the errors in focus", async () => {
    await open("section-first");
    answers = () => ({ status: 422, page: "section-problems" });
    await page.getByRole("button", { name: "Lagre og gå videre" }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("problems");
    expect(await page.title()).toMatch(/^Feil: /);
    expect(new URLSearchParams(sent.at(-1)?.body).get("next")).toBe("section");
  });

  test("that does not get through leaves the page and every answer as they are", async () => {
    await open("section-first");
    answers = () => ({ status: 503 });
    await textField().fill("Beholdt");
    await page.getByRole("button", { name: "Lagre og gå videre" }).click();
    await expect.poll(() => line().textContent()).toContain("Ikke lagret ennå");
    expect(await textField().inputValue()).toBe("Beholdt");
  });

  test("that is refused without the answers being handed back leaves them where they are", async () => {
    await open("section-first");
    answers = (method) => (method === "PUT" ? { status: 422 } : { status: 422, page: "refusal-404" });
    await textField().fill("Altfor langt");
    await page.getByRole("button", { name: "Lagre og gå videre" }).click();
    await expect.poll(() => line().textContent()).toContain("Kort ned og prøv igjen");
    expect(await textField().inputValue()).toBe("Altfor langt");
    expect(await kept()).toBe(1);
  });

  test("in an application one has no part in any more says so, and leaves the answers", async () => {
    await open("section-first");
    answers = () => ({ status: 404, page: "refusal-404" });
    await page.getByRole("button", { name: "Lagre og gå videre" }).click();
    await expect.poll(() => line().textContent()).toContain("kan ikke endres lenger");
    expect(await page.locator("h1").textContent()).toBe("Søker");
  });

  test("to add a row says so and puts its first field in focus", async () => {
    await open("section-group");
    answers = () => ({ status: 200, page: "section-group-added" });
    await page.locator("button[name=add]").click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^f-\w+-1-/);
    expect(await page.locator("#spoken").textContent()).toMatch(/ 3 er lagt til$/);
  });

  test("Enter in a field saves and goes on", async () => {
    await open("section-group");
    answers = () => ({ status: 200, page: "section-group" });
    await textField().press("Enter");
    await expect.poll(() => sent.filter(({ method }) => method === "POST").length).toBe(1);
    const posted = new URLSearchParams(sent.find(({ method }) => method === "POST")?.body);
    expect(posted.get("next")).toBe("section");
    expect(posted.has("remove")).toBe(false);
  });

  test("goes to its own address with what was pressed, also when that is named action", async () => {
    answers = () => ({ status: 200, page: "staff-circular" });
    await open("staff-circular-preview");
    await page.getByRole("button", { name: "Send til" }).click();
    await expect
      .poll(() => sent.map(({ url }) => url))
      .toEqual(["/staff/calls/nic-2024/webinar/messages?lang=nb"]);
    expect(sent[0]?.body).toContain("action=send");
  });

  test("without script the same form goes to the same address", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${running.server.url}/samples/nb/section-first`);
    answers = () => ({ status: 422, page: "section-problems" });
    await plain.getByRole("button", { name: "Lagre og gå videre" }).click();
    await plain.locator("#problems").waitFor();
    expect(new URLSearchParams(sent.at(-1)?.body).get("revision")).toBe("4");
    await context.close();
  });
});

describe("questions", () => {
  test("that hang on an answer come and go with it, and keep their text", async () => {
    await open("section-choices");
    const conditional = page.locator(".conditional[data-when]").first();
    const name = await conditional.getAttribute("data-when");
    const wanted = await conditional.getAttribute("data-is");
    const choices = page.locator(`input[name="${name}"]`);
    await choices
      .and(page.locator(`:not([value="${wanted}"])`))
      .first()
      .check();
    expect(await conditional.isVisible()).toBe(false);
    await page.locator(`input[name="${name}"][value="${wanted}"]`).check();
    expect(await conditional.isVisible()).toBe(true);
    expect(await conditional.locator("textarea, input").first().inputValue()).not.toBe("");
  });

  test("without script are all there, each with when to answer it", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${running.server.url}/samples/nb/section-choices`);
    expect(await plain.locator(".conditional").first().isVisible()).toBe(true);
    expect(await plain.locator(".only-if").first().isVisible()).toBe(true);
    expect(await plain.locator(".only-if").first().textContent()).toMatch(/^Svar hvis dere har valgt «/);
    await context.close();
  });

  test("about amounts add up while one types", async () => {
    await open("section-table");
    const table = page.locator("table[data-sums]").first();
    await table.locator("input").first().fill("1 250 000");
    expect((await table.locator("[data-sum-row]").first().textContent())?.replace(/\s/g, "")).toBe("1750000");
  });

  test("in long text say how much is left, and how much is too much", async () => {
    await open("section-choices");
    const area = page.locator("textarea:visible").first();
    const counter = page.locator(".counter:visible").first();
    const most = Number(await counter.getAttribute("data-max"));
    await area.fill("a".repeat(most - 3));
    expect(await counter.textContent()).toBe("3 tegn igjen");
    await area.fill("a".repeat(most + 2));
    expect(await counter.textContent()).toBe("2 tegn for mye");
  });
});

test("the time left ticks by the server's clock, not the device's", async () => {
  await page.clock.install({ time: new Date("2031-01-01T00:00:00Z") });
  await open("section-first");
  const left = page.locator(".left").first();
  await page.clock.runFor(1000);
  expect(await left.textContent()).toBe("2 timer og 4 minutter igjen");
  await page.clock.runFor(2 * 3_600_000 + 5 * 60_000);
  expect(await left.textContent()).toBe("Fristen er ute");
});
