import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { AttachedFiles } from "#shared/domain/attached-files.ts";
import type { Level } from "#shared/domain/call.ts";
import { check } from "#shared/form/check.ts";
import { formFor } from "#shared/form/levels.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";
import { aPdf } from "../support/documents.ts";
import { isAccessible } from "./accessible.ts";
import { applicants } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const signIn = async (page: Page, name = applicants[0]?.name ?? "", language = "nb") => {
  await page.goto(`${running.system.url}/${language}/my-page`);
  await page.getByRole("button", { name }).click();
  await page.waitForURL(`**/${language}/my-page`);
};

/** Ids as the made-up draft has them, and as the rows on the page have. */
type Ids = Map<string, string>;

const addRow = async (page: Page, group: string, name: string) => {
  await page.locator(`button[name="add"][value="${group}"]`).click();
  await page.locator(`[name="${name}.id"]`).waitFor({ state: "attached" });
};

const fillRows = async (page: Page, key: string, name: string, rows: readonly AnyRecord[], ids: Ids) => {
  for (const [i, { id, ...row }] of rows.entries()) {
    const at = `${name}.${i}`;
    if ((await page.locator(`[name="${at}.id"]`).count()) === 0) await addRow(page, key, at);
    ids.set(id, await page.locator(`[name="${at}.id"]`).inputValue());
    await fillIn(page, row, ids, at);
  }
};

/** Fills in what a section shows, by the names of its fields. */
const fillIn = async (page: Page, answers: AnyRecord, ids: Ids, prefix = "answers") => {
  for (const [key, value] of Object.entries(answers)) {
    const name = `${prefix}.${key}`;
    if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
      for (const one of value)
        await page.locator(`[name="${name}[]"][value="${ids.get(one) ?? one}"]`).check();
    } else if (Array.isArray(value)) await fillRows(page, key, name, value, ids);
    else if (typeof value === "object" && value !== null) await fillIn(page, value, ids, name);
    else await fillField(page, name, ids.get(String(value)) ?? String(value));
  }
};

const fillField = async (page: Page, name: string, value: string) => {
  const field = page.locator(`[name="${name}"]`);
  if (value === "" || !(await field.first().isVisible())) return;
  if ((await field.first().getAttribute("type")) === "radio")
    await page.locator(`[name="${name}"][value="${value}"]`).check();
  else if (await field.evaluate((element) => element.tagName === "SELECT")) await field.selectOption(value);
  else await field.fill(value);
};

const isScripted = (page: Page) =>
  page.evaluate(() => document.documentElement.classList.contains("scripted"));

/** One file from a page of its own, as without script; or from the section itself. */
const attachOne = async (page: Page, field: string, name: string) => {
  const question = page.locator(`[data-field="${field}"]`);
  const file = { name, mimeType: "application/pdf", buffer: Buffer.from(aPdf(name)) };
  const pick = question.locator(".pick input");
  if (await isScripted(page)) {
    await pick.waitFor();
    return pick.setInputFiles(file);
  }
  await question.locator(".add-file button").click();
  await page.locator("#file").setInputFiles(file);
  await page.locator('form[enctype="multipart/form-data"] button').click();
  await page.waitForURL("**/sections/attachments");
};

/** Attaches what the made-up draft has, and waits until each is found clean. */
const attachIn = async (page: Page, attachments: AnyRecord) => {
  const all = Object.entries(AttachedFiles.parse(attachments));
  for (const [field, files] of all) for (const { name } of files) await attachOne(page, field, name);
  const count = all.flatMap(([, files]) => files).length;
  await expect
    .poll(
      async () => {
        if (!(await isScripted(page))) await page.reload();
        return page.locator('li[data-state="clean"]').count();
      },
      { timeout: 60_000 },
    )
    .toBe(count);
};

/** Where a file lies is for each to find out; what it is called is what was meant. Two that go at once come in any order. */
const namesOnly = (answers: AnyRecord): AnyRecord => ({
  ...answers,
  attachments: Object.fromEntries(
    Object.entries<readonly { name: string }[]>(answers["attachments"]).map(([field, files]) => [
      field,
      files.map(({ name }) => name).toSorted(),
    ]),
  ),
});

/** What was sent, with the rows' ids as the made-up draft has them. */
const sentAs = async (page: Page, here: string, ids: Ids): Promise<unknown> => {
  const receipt = await page.context().request.get(`${here}/receipt.json`);
  let text = await receipt.text();
  for (const [made, id] of ids) text = text.replaceAll(id, made);
  return namesOnly(JSON.parse(text).answers);
};

interface Walk {
  readonly level: Level;
  readonly language?: string;
  readonly look?: (page: Page) => Promise<void>;
}

/** Applies as a person does, page by page, and reads back from the receipt what was sent. */
const walk = async (context: BrowserContext, { level, language = "nb", look = async () => {} }: Walk) => {
  const page = await context.newPage();
  const form = formFor(nic2024.application, level);
  const draft: AnyRecord = completeDraft(level);
  const order = Object.keys(form.sections);
  const ids: Ids = new Map();
  await signIn(page, applicants[0]?.name, language);
  await look(page);
  await page.locator(`form:has(input[name="level"][value="${level}"]) button`).click();
  await page.waitForURL(/applications\/[0-9a-f-]+$/);
  await look(page);
  const here = page.url();
  await page.goto(`${here}/sections/${order[0]}`);
  for (const [i, section] of order.entries()) {
    await page.waitForURL(`**/sections/${section}*`);
    if (section === "attachments") await attachIn(page, draft[section] ?? {});
    else await fillIn(page, draft[section] ?? {}, ids);
    await look(page);
    await page.locator('.actions button[name="next"][value="section"]').first().click();
    await page.waitForURL(i + 1 < order.length ? `**/sections/${order[i + 1]}*` : "**/review");
  }
  await look(page);
  await page.locator('form[action$="/submission"] button').click();
  await page.waitForURL("**/receipt");
  await look(page);
  expect(await page.locator("main").textContent()).toMatch(/NIC24-\w{4}-\w{4}/);
  const meant = check(form, draft);
  expect(meant.ok).toBe(true);
  expect(await sentAs(page, here, ids)).toEqual(
    JSON.parse(JSON.stringify(meant.ok && namesOnly(meant.answers))),
  );
  return here;
};

const wide = { width: 1280, height: 900 };

describe("the road in a browser", { timeout: 300_000 }, () => {
  test.for([
    ["connect", "nb"],
    ["explore", "nn"],
    ["impact", "en"],
  ] as const)(
    "is walked for %s in %s without script, and what was sent is what was typed",
    async ([level, language]) => {
      const context = await running.browser.newContext({ javaScriptEnabled: false, viewport: wide });
      const look = async (page: Page) =>
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await walk(context, { level, language, look });
      await context.close();
    },
  );

  test("is walked for impact with script, each page accessible at both widths", async () => {
    const context = await running.browser.newContext({ viewport: wide });
    const messages: string[] = [];
    context.on("console", (message) => message.type() === "error" && messages.push(message.text()));
    const here = await walk(context, { level: "impact", look: isAccessible });
    const page = await context.newPage();
    await page.goto(`${here}/withdrawal`);
    await isAccessible(page);
    expect(messages).toEqual([]);
    await context.close();
  });

  test("shows what is wrong with a section, and keeps it", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, applicants[1]?.name);
    await page.locator('form:has(input[name="level"][value="impact"]) button').click();
    await page.goto(`${page.url()}/sections/applicant`);
    await page.locator('[name="answers.organisationNumber"]').fill("123");
    await page.locator('.actions button[name="next"][value="section"]').first().click();
    expect(await page.title()).toMatch(/^Feil/);
    expect(await page.locator('[name="answers.organisationNumber"]').inputValue()).toBe("123");
    await context.close();
  });

  test("autosaves what is typed, so that a reload brings it back", async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await signIn(page, applicants[2]?.name);
    await page.locator('form:has(input[name="level"][value="explore"]) button').click();
    await page.waitForURL(/applications\/[0-9a-f-]+$/);
    await page.goto(`${page.url()}/sections/cluster`);
    const saved = page.waitForResponse(
      (response) => response.request().method() === "PUT" && response.status() === 200,
    );
    await page.locator('[name="answers.name"]').fill("Havklynga øst");
    await saved;
    await page.reload();
    expect(await page.locator('[name="answers.name"]').inputValue()).toBe("Havklynga øst");
    await context.close();
  });

  test.for(["nb", "nn", "en"])("public pages in %s are accessible at both widths", async (language) => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    for (const path of [
      "",
      "/calls/nic-2024",
      "/calls/nic-2024/webinar",
      "/privacy",
      "/accessibility",
      "/nowhere",
    ]) {
      await page.goto(`${running.system.url}/${language}${path}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await isAccessible(page);
    }
    await context.close();
  });

  test("staff pages are accessible at both widths", async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${running.system.url}/staff`);
    await page.getByRole("button", { name: "Test Testesen" }).click();
    await page.waitForURL("**/staff");
    for (const path of [
      "/staff",
      "/staff/calls/nic-2024/applications",
      "/staff/calls/nic-2024/registrations",
      "/staff/events",
    ]) {
      await page.goto(running.system.url + path);
      await isAccessible(page);
    }
    await page.goto(`${running.system.url}/staff/calls/nic-2024/applications`);
    await page.locator("tbody a").first().click();
    await isAccessible(page);
    await context.close();
  });
});
