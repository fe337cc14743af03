import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { applicants, client, signIn } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const [mine, theirs] = applicants.map(({ name }) => name);
let now = Date.parse("2024-04-16T07:00:00Z");
const pass = async (minutes: number) => {
  now += minutes * 60_000;
  await client(running.system.url).ask("POST", "/local/clock", {
    to: new Date(now).toISOString(),
    stands: true,
  });
};

const Started = z.object({ id: z.string() });
const begin = async (one: Awaited<ReturnType<typeof signIn>>): Promise<string> => {
  const started = await one.ask("POST", "/nb/calls/nic-2024/applications", { level: "connect" });
  return `/nb/applications/${Started.parse(started.json).id}`;
};

describe("a session", { timeout: 60_000 }, () => {
  test("lasts for an hour after its last use, and says how long", async () => {
    await pass(0);
    const one = await signIn(running.system.url);
    for (let times = 0; times < 3; times += 1) {
      await pass(55);
      expect((await one.ask("GET", "/nb/my-page")).status).toBe(200);
    }
    await pass(2);
    expect((await one.ask("GET", "/auth/session")).json).toEqual({
      person: applicants[0]?.id,
      sessionLeft: 58 * 60_000,
    });
    await pass(58);
    expect((await one.ask("GET", "/auth/session")).status).toBe(401);
  });

  test("ends after twelve hours however it is used", async () => {
    const one = await signIn(running.system.url);
    for (let times = 0; times < 14; times += 1) {
      await pass(50);
      expect((await one.ask("GET", "/nb/my-page")).status).toBe(200);
    }
    await pass(20);
    expect((await one.ask("GET", "/nb/my-page")).status).toBe(401);
  });
});

describe("a section", { timeout: 60_000 }, () => {
  test("is checked with a save only when that is asked for", async () => {
    const one = await signIn(running.system.url);
    const section = `${await begin(one)}/sections/applicant`;
    const answers = { organisationNumber: "12" };
    const plain = await one.ask("PUT", section, { revision: 0, answers });
    expect(plain.json).toMatchObject({ revision: 1, sessionLeft: expect.any(Number) });
    expect(plain.json).not.toHaveProperty("problems");
    const checked = await one.ask("PUT", section, { revision: 1, answers, check: true });
    expect(checked.json).toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ pointer: "/applicant/organisationNumber", message: expect.any(String) }),
      ]),
    });
  });

  test("is not taken from a page that was made for somebody else, whatever one may do with it", async () => {
    const one = await signIn(running.system.url);
    const section = `${await begin(one)}/sections/cluster`;
    const answers = { name: "Skrevet av en annen" };
    const refused = await one.ask("PUT", section, { revision: 0, answers, person: applicants[1]?.id });
    expect(refused).toMatchObject({ status: 404, json: { type: "/problems/another-person" } });
    const posted = await one.page(section, {
      revision: "0",
      person: applicants[1]?.id ?? "",
      "answers.name": answers.name,
    });
    expect(posted.status).toBe(404);
    expect(posted.text).not.toContain(answers.name);
    expect((await one.ask("GET", section)).json).toMatchObject({ revision: 0 });
    const own = await one.ask("PUT", section, { revision: 0, answers, person: applicants[0]?.id });
    expect(own.status).toBe(200);
  });

  test("is only begun until the whole has been reviewed; then it has something wrong", async () => {
    const one = await signIn(running.system.url);
    const at = await begin(one);
    await one.ask("PUT", `${at}/sections/applicant`, { revision: 0, answers: { organisationNumber: "12" } });
    const statuses = async () => {
      const { sections } = z
        .object({ sections: z.array(z.object({ id: z.string(), status: z.string() })) })
        .parse((await one.ask("GET", at)).json);
      return new Set(sections.map(({ status }) => status));
    };
    expect(await statuses()).toEqual(new Set(["begun", "not-started"]));
    await one.ask("GET", `${at}/review`);
    expect((await statuses()).has("wrong")).toBe(true);
    expect((await statuses()).has("begun")).toBe(false);
    expect((await one.page(at)).text).toContain("Feil eller mangler");
  });

  test("warns on its own page and on the task list when the application is nearly full", async () => {
    const one = await signIn(running.system.url);
    const at = await begin(one);
    const list = Array.from({ length: 200 }, (_, i) => ({
      id: `r${i}`,
      name: "ø".repeat(400),
      role: "ø".repeat(300),
    }));
    const saved = await one.ask("PUT", `${at}/sections/members`, { revision: 0, answers: { list } });
    expect(saved.status).toBe(200);
    for (const path of [at, `${at}/sections/applicant`, `${at}/sections/members`])
      expect((await one.page(path)).text).toMatch(/Søknaden fyller (2[89]|3[0-4])\d av 350 kB/);
  });
});

const choose = async (page: Page, name = "") => {
  await page.getByRole("button", { name }).click();
};

const enter = async (context: BrowserContext, name = ""): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${running.system.url}/nb/my-page`);
  await choose(page, name);
  await page.waitForURL("**/nb/my-page");
  await page.locator('form:has(input[name="level"][value="connect"]) button').click();
  await page.waitForURL(/applications\/[0-9a-f-]+$/);
  await page.goto(`${page.url()}/sections/cluster`);
  return page;
};

/** Presses the way in beside what is written, chooses who one is and comes back. */
const signInBeside = async (page: Page, name = "") => {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Logg inn (åpnes i en ny fane)" }).first().click();
  const beside = await opened;
  await choose(beside, name);
  await beside.waitForURL("**/auth/session*");
  expect(await beside.locator("h1").textContent()).toBe("Du er logget inn");
  return beside;
};

const nameIn = async (page: Page) => {
  const answer = await page.context().request.get(page.url(), { headers: { accept: "application/json" } });
  return z.object({ answers: z.object({ name: z.string().optional() }) }).parse(await answer.json()).answers
    .name;
};

const text = "Linje én\nLinje to med «tegn» & <b>";

describe("what is written when the session has ended", { timeout: 120_000 }, () => {
  test("without script waits on the page, and is saved by its button when the same person is back", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const page = await enter(context, mine);
    const section = page.url();
    const area = page.locator("textarea").first();
    const field = (await area.getAttribute("name")) ?? "";
    await area.fill(text);
    await pass(61);
    await page.locator('.actions button[value="overview"]').click();
    expect(await page.title()).toContain("Du må logge inn");
    expect(await page.locator("details .typed").allTextContents()).toContain(text);
    await signInBeside(page, mine);
    await page.getByRole("button", { name: "Send på nytt" }).click();
    await page.waitForURL(/applications\/[0-9a-f-]+$/);
    await page.goto(section);
    expect(await page.locator(`[name="${field}"]`).inputValue()).toBe(text);
    await context.close();
  });

  test("without script is neither shown to nor saved by somebody else", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const page = await enter(context, mine);
    const section = page.url();
    await page.locator('[name="answers.name"]').fill("Bare mitt");
    await pass(61);
    await page.locator('.actions button[value="overview"]').click();
    await signInBeside(page, theirs);
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Send på nytt" }).click();
    expect((await answer).status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe("Dette hører til en annen enn deg");
    expect(await page.content()).not.toContain("Bare mitt");
    await context.clearCookies();
    await page.goto(section);
    await choose(page, mine);
    await page.waitForURL(section);
    expect(await page.locator('[name="answers.name"]').inputValue()).toBe("");
    await context.close();
  });

  test("with script is saved by itself when the same person is back", async () => {
    const context = await running.browser.newContext();
    const page = await enter(context, mine);
    await pass(61);
    await page.locator('[name="answers.name"]').fill("Skrevet etterpå");
    await page.getByText("Du er logget ut.").first().waitFor();
    await signInBeside(page, mine);
    await expect
      .poll(() => page.locator(".saving-text").textContent(), { timeout: 15_000 })
      .toMatch(/^Lagret kl/);
    expect(await nameIn(page)).toBe("Skrevet etterpå");
    await context.close();
  });

  test("with script stays on the device and unsaved when somebody else has signed in", async () => {
    const context = await running.browser.newContext();
    const page = await enter(context, mine);
    await page.locator('[name="answers.name"]').fill("Før");
    await expect
      .poll(() => page.locator(".saving-text").textContent(), { timeout: 15_000 })
      .toMatch(/^Lagret kl/);
    await context.clearCookies();
    const other = await context.newPage();
    await other.goto(`${running.system.url}/nb/my-page`);
    await choose(other, theirs);
    await other.waitForURL("**/nb/my-page");
    await page.getByRole("dialog").getByText("Du er logget ut.").waitFor();
    await page.getByRole("button", { name: "Lukk" }).click();
    const refused = page.waitForResponse((response) => response.request().method() === "PUT");
    await page.locator('[name="answers.name"]').fill("Ikke deres");
    expect(await (await refused).json()).toMatchObject({ type: "/problems/another-person", status: 404 });
    await page.getByText("Teksten er trygg på denne enheten").waitFor();
    await other.goto(page.url());
    expect(await other.title()).not.toContain("Klyngen");
    await context.close();
  });
});
