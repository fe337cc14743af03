import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { besideBrowser } from "../support/beside-browser.ts";
import { serveSamples } from "./sample-server.ts";

vi.setConfig({ testTimeout: 30_000 });

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const hour = 3_600_000;
const savedAt = "2024-06-21T11:44:00.000Z";

let context: BrowserContext;
let page: Page;
/** What the server says to a save, and when it is asked for more time. */
let toSave: { readonly status: number; readonly json?: object };
let toAsk: { readonly status: number; readonly json?: object };
let asked: string[];

const running = besideBrowser(
  () =>
    serveSamples(async (request, response) => {
      const given = request.method === "PUT" ? toSave : request.url?.startsWith("/auth/session") && toAsk;
      if (!given) return false;
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(given.status, { "content-type": "application/json" });
      response.end(JSON.stringify(given.json ?? {}));
      return true;
    }),
  60_000,
);

beforeEach(async () => {
  asked = [];
  toSave = { status: 200, json: { revision: 5, savedAt, sessionLeft: hour } };
  toAsk = { status: 200, json: { sessionLeft: hour } };
  context = await running.browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

const open = (name: string, on = page) => on.goto(`${running.server.url}/samples/nb/${name}`);
const dialog = (on = page) => on.getByRole("dialog");
const spoken = () => page.locator("#spoken").textContent();
const textField = () => page.locator("main input[type=text]").first();
const line = () => page.locator(".saving-text");

/** As it stands, in a wide window and a narrow one. */
const faults = async () => {
  const found: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
    found.push(...violations.map(({ id, nodes }) => `${width} ${id}: ${nodes[0]?.html}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${width} is ${wide} wide`);
  }
  return found;
};

describe("before a session ends", () => {
  test("five minutes are said in a dialog whose one button goes on", async () => {
    await page.clock.install({ time: new Date("2031-01-01T00:00:00Z") });
    await open("section-first");
    await page.clock.runFor(54 * 60_000);
    expect(await dialog().isVisible()).toBe(false);
    await page.clock.runFor(62_000);
    expect(await dialog().textContent()).toContain("Du blir logget ut om 4 minutter og 5");
    const buttons = dialog().locator("button:visible");
    expect(await buttons.allTextContents()).toEqual(["Fortsett"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Fortsett");
    await buttons.click();
    await expect.poll(() => dialog().isVisible()).toBe(false);
    expect(await spoken()).toBe("Du er fortsatt logget inn.");
    expect(asked).toEqual(["GET /auth/session?lang=nb"]);
  });

  test("a save prolongs it too, in every window of the same person", async () => {
    await open("section-first");
    const other = await context.newPage();
    await open("section-session-ending", other);
    expect(await dialog(other).isVisible()).toBe(true);
    await textField().fill("Fortsetter");
    await expect.poll(() => dialog(other).isVisible(), { timeout: 15_000 }).toBe(false);
  });

  test("that cannot be prolonged any more is said, with the way in beside", async () => {
    toAsk = { status: 200, json: { sessionLeft: 4 * 60_000 } };
    await open("section-session-ending");
    await dialog().getByRole("button").click();
    const way = dialog().getByRole("link", { name: "Logg inn (åpnes i en ny fane)" });
    await way.waitFor();
    expect(await way.getAttribute("target")).toBe("_blank");
    expect(await dialog().textContent()).toContain("kan ikke forlenge mer");
    expect(await faults()).toEqual([]);
  });

  test("a lost connection is said and can be tried again", async () => {
    toAsk = { status: 503 };
    await open("section-session-ending");
    await dialog().getByRole("button").click();
    await expect.poll(() => dialog().getByRole("alert").textContent()).toContain("Prøv igjen");
    toAsk = { status: 200, json: { sessionLeft: hour } };
    await dialog().getByRole("button").click();
    await expect.poll(() => dialog().isVisible()).toBe(false);
  });

  test("Escape leaves the page as it was, and the warning does not come again", async () => {
    await page.clock.install();
    await open("section-session-ending");
    await page.keyboard.press("Escape");
    await page.clock.runFor(3000);
    expect(await dialog().isVisible()).toBe(false);
    await page.clock.runFor(4 * 60_000);
    expect(await dialog().textContent()).toContain("Du er logget ut.");
  });
});

describe("after a session has ended", () => {
  test("what is typed stays, and is saved by itself when one is signed in in another tab", async () => {
    toSave = { status: 401 };
    await open("section-first");
    await textField().fill("Skrevet for lenge");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toContain("Du er logget ut.");
    expect(await faults()).toEqual([]);
    toSave = { status: 200, json: { revision: 5, savedAt, sessionLeft: hour } };
    await open("signed-in", await context.newPage());
    await expect.poll(() => line().textContent()).toBe("Lagret kl. 13.44");
    expect(await spoken()).toBe("Du er logget inn igjen, og alt er lagret.");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("somebody else who signs in neither gets nor saves it", async () => {
    toSave = { status: 404, json: { type: "/problems/another-person" } };
    await open("section-first");
    await textField().fill("Min tekst");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toContain("Du er logget ut.");
    const before = asked.length;
    const other = await context.newPage();
    await open("task-list-colleague", other);
    await expect.poll(() => dialog().textContent()).toContain("Du er logget ut.");
    expect(asked).toHaveLength(before);
    expect(await textField().inputValue()).toBe("Min tekst");
    await open("section-of-another", other);
    expect(await other.locator("main input[type=text]").first().inputValue()).not.toBe("Min tekst");
  });
});

describe("errors that have been shown", () => {
  const problem = (pointer: string) => ({
    pointer,
    code: "required",
    label: "Navn",
    message: "Skriv navnet",
  });
  const first = async () => {
    const id = (await page.locator("#problems a").first().getAttribute("href"))?.slice(1) ?? "";
    return { id, field: page.locator(`#${id}`), pointer: `/applicant/${id.slice(2)}` };
  };
  const check = (...problems: object[]) => {
    toSave = { status: 200, json: { revision: 5, savedAt, problems } };
  };

  test("go when they are put right, come back when wrong again, and nothing new is said", async () => {
    await open("section-problems");
    const { id, field, pointer } = await first();
    const all = await page.locator("#problems li").count();
    expect(all).toBeGreaterThan(2);
    check(problem(pointer), problem("/applicant/unheard-of"));
    await textField().fill("1");
    const heading = page.locator("#problems h2");
    await expect.poll(() => heading.textContent(), { timeout: 15_000 }).toBe("Det er én feil å rette");
    expect(await page.locator("#problems a").allTextContents()).toEqual(["Navn: Skriv navnet"]);
    expect(await page.locator(`#${id}-error`).textContent()).toBe("Skriv navnet");
    expect(await page.locator("main [aria-invalid=true]").count()).toBe(1);
    expect(await faults()).toEqual([]);

    check();
    await textField().fill("12");
    await expect.poll(() => page.locator("#problems").isVisible(), { timeout: 15_000 }).toBe(false);
    expect(await field.getAttribute("aria-invalid")).toBeNull();
    expect(await field.getAttribute("aria-describedby")).not.toContain("error");
    expect(await page.locator(".ds-validation-message:visible").count()).toBe(0);
    expect(await page.title()).toMatch(/^Søker/);
    expect(await faults()).toEqual([]);

    check(problem(pointer));
    await textField().fill("1");
    await expect.poll(() => field.getAttribute("aria-invalid"), { timeout: 15_000 }).toBe("true");
    expect(await field.getAttribute("aria-describedby")).toContain(`${id}-error`);
    expect(await page.title()).toMatch(/^Feil: /);
  });

  test("are asked for only then", async () => {
    const bodies: unknown[] = [];
    page.on("request", (request) => request.method() === "PUT" && bodies.push(request.postDataJSON()));
    await open("section-first");
    await textField().fill("A");
    await expect.poll(() => bodies.length, { timeout: 15_000 }).toBe(1);
    expect(bodies[0]).not.toHaveProperty("check");
    await open("section-problems");
    await textField().fill("A");
    await expect.poll(() => bodies.length, { timeout: 15_000 }).toBe(2);
    expect(bodies[1]).toMatchObject({ check: true });
  });
});

test("figures follow each save", async () => {
  await open("section-table");
  const cells = page.locator("[data-figures] tbody tr").first().locator("td");
  const count = await cells.count();
  expect(count).toBeGreaterThan(0);
  const figures = [Array.from({ length: count }, (_, i) => `${i + 1} %`)];
  toSave = { status: 200, json: { revision: 5, savedAt, figures } };
  await page.locator("table[data-sums] input").first().fill("125");
  await expect.poll(() => cells.allTextContents(), { timeout: 15_000 }).toEqual(figures[0]);
});

describe("axe finds no fault", () => {
  test.for([
    [200, "Lagret kl. 13.44"],
    [409, "Ikke lagret"],
    [410, "kan ikke endres lenger"],
    [422, "Kort ned"],
    [503, "Ikke lagret ennå"],
  ] as const)("after a save answered %i", async ([status, said]) => {
    const theirs = { revision: 9, answers: { organisation: "Andre" } };
    toSave = { status, json: { revision: 5, savedAt, ...(status === 409 && { theirs }) } };
    await open("section-first");
    await textField().fill("Noe");
    await expect.poll(() => line().textContent(), { timeout: 15_000 }).toContain(said);
    expect(await faults()).toEqual([]);
    if (status === 410) expect(await line().textContent()).toMatch(/Skriv til \S+@\S+\.$/);
    expect(await textField().evaluate((field) => field.hasAttribute("readonly"))).toBe(status === 410);
  });

  test("but does when the dialog's button has no name", async () => {
    await open("section-session-ending");
    expect(await faults()).toEqual([]);
    await dialog()
      .getByRole("button")
      .evaluate((button) => button.replaceChildren());
    expect(await faults()).toContainEqual(expect.stringMatching(/^1280 button-name: /));
  });
});

test("the time left is said aloud at an hour, fifteen and five minutes, and when there is none", async () => {
  await page.clock.install();
  await open("section-first");
  const heard: string[] = [];
  for (const minutes of [66, 44, 11, 5]) {
    await page.evaluate(() => document.getElementById("spoken")?.replaceChildren());
    await page.clock.runFor(minutes * 60_000);
    heard.push((await spoken()) ?? "");
  }
  expect(heard.map((said) => said.replace(/^\d+/, "n"))).toEqual([
    "n minutter igjen",
    "n minutter igjen",
    "n minutter og 59 sekunder igjen",
    "Fristen er ute",
  ]);
});
