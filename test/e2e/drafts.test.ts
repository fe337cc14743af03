import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { formFor } from "#shared/form/levels.ts";
import { readPdf } from "../pdf/reading.ts";
import { completeDraft } from "../support/answers.ts";
import { applicants, type Client, client, filledIn, reviewed, signIn } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();
let one: Client;
let other: Client;
beforeAll(async () => {
  [one, other] = await Promise.all([signIn(running.system.url), signIn(running.system.url, applicants[1])]);
}, 120_000);

const fetchFile = async (path: string) => {
  const cookie = [...one.cookies].map((pair) => pair.join("=")).join("; ");
  const response = await fetch(`${running.system.url}${path}`, { headers: { cookie } });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

const Started = z.object({ id: z.string() });

test("a draft is kept as PDF and JSON by whoever writes it, and by nobody else", {
  timeout: 60_000,
}, async () => {
  const id = await filledIn(one, "impact");
  const at = `/nn/applications/${id}/draft`;
  const { response, bytes } = await fetchFile(`${at}.pdf`);
  expect(response.headers.get("content-type")).toBe("application/pdf");
  const pdf = readPdf(bytes);
  const { sections } = formFor(nic2024.application, "impact");
  expect(pdf.bookmarks).toEqual(Object.values(sections).map(({ title }) => title.nn));
  for (const words of ["Utkast, ikkje sendt", "15. april 2024 kl.", "Eksempelklyngen SA"])
    expect(pdf.text.replace(/\s+/g, " ")).toContain(words);
  const { applicant } = completeDraft("impact");
  const json = JSON.parse(new TextDecoder().decode((await fetchFile(`${at}.json`)).bytes));
  expect(json).toMatchObject({
    level: "impact",
    sections: { applicant: { revision: 1, answers: applicant } },
  });
  for (const kind of ["pdf", "json"]) {
    expect((await other.ask("GET", `${at}.${kind}`)).status).toBe(404);
    expect((await client(running.system.url).ask("GET", `${at}.${kind}`)).status).toBe(401);
  }
});

test("an application begun with an earlier one's answers lacks only what must be given anew", {
  timeout: 60_000,
}, async () => {
  const earlier = await filledIn(one, "connect");
  const start = (level: string, from: string, who = one) =>
    who.ask("POST", "/nb/calls/nic-2024/applications", { level, from });
  expect((await start("connect", earlier, other)).status).toBe(404);
  const { id } = Started.parse((await start("connect", earlier)).json);
  const { problems } = await reviewed(one, id);
  const pointers = z.array(z.object({ pointer: z.string() })).parse(problems);
  expect(new Set(pointers.map(({ pointer }) => pointer.split("/")[1]))).toEqual(
    new Set(["declarations", "attachments"]),
  );
});

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const isAccessible = async (page: Page) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()} ${width} ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
};

const openMyPage = async (javaScriptEnabled: boolean) => {
  const context = await running.browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${running.system.url}/nb/my-page`);
  await page.getByRole("button", { name: applicants[0]?.name ?? "" }).click();
  await page.waitForURL("**/nb/my-page");
  return page;
};

describe("in a browser", { timeout: 60_000 }, () => {
  test("without script a draft goes to another level and back, and begins a new one", async () => {
    const id = await filledIn(one, "explore");
    const page = await openMyPage(false);
    await page.goto(`${running.system.url}/nb/applications/${id}`);
    const before = await page.locator(".tasks a").allTextContents();
    for (const name of ["NIC Impact", "NIC Explore"]) {
      await page.getByRole("link", { name: "Bytt programnivå" }).click();
      await page.waitForURL("**/level");
      await page.getByRole("radio", { name }).check();
      await page.getByRole("button", { name: "Bytt nivå" }).click();
      await page.waitForURL(`**/applications/${id}`);
      expect(await page.locator(".over").first().textContent()).toContain(name);
    }
    expect(await page.locator(".tasks a").allTextContents()).toEqual(before);

    await page.goto(`${running.system.url}/nb/my-page`);
    const start = page.locator('form:has(input[name="level"][value="impact"])');
    await start.locator('select[name="from"]').selectOption(id);
    await start.getByRole("button").click();
    await page.waitForURL(/applications\/[0-9a-f-]+$/);
    expect(page.url()).not.toContain(id);
    expect(await page.locator("h1").textContent()).toBe("Eksempelklyngen");
    await page.context().close();
  });

  test("the pages are accessible at both widths, and the script leaves downloads alone", async () => {
    const { id } = Started.parse(
      (await one.ask("POST", "/nb/calls/nic-2024/applications", { level: "connect" })).json,
    );
    const page = await openMyPage(true);
    for (const rest of ["my-page", `applications/${id}`, `applications/${id}/level`]) {
      await page.goto(`${running.system.url}/nb/${rest}`);
      await isAccessible(page);
    }
    await page.goto(`${running.system.url}/nb/applications/${id}/review`);
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Last ned utkastet som PDF" }).click();
    expect((await download).suggestedFilename()).toMatch(/^NIC24-.*-utkast\.pdf$/);
    await page.context().close();
  });
});

test("nothing that went wrong was the service's own doing", () => {
  expect(running.system.lines.filter((line) => /"level":"ERROR"| 5\d\d /.test(line))).toEqual([]);
});
