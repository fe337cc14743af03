import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { besideBrowser } from "../support/beside-browser.ts";
import { serveSamples } from "./sample-server.ts";
import { sampleNames } from "./samples.tsx";

vi.setConfig({ testTimeout: 60_000 });

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [1280, 390];

const running = besideBrowser(() => serveSamples(), 60_000);

const violations = async (page: Page): Promise<readonly string[]> => {
  // Our pages have no frames; the other mode opens a page for each analysis.
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

/** What the browser complains of: above all what the content security policy stopped. */
const complaints = (page: Page): readonly string[] => {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
};

describe.each(widths)("in a window %i wide", (width) => {
  let context: BrowserContext;
  let page: Page;
  let heard: readonly string[];

  beforeAll(async () => {
    context = await running.browser.newContext({ viewport: { width, height: 900 } });
    page = await context.newPage();
    heard = complaints(page);
  });
  afterAll(async () => {
    await context.close();
  });

  test.each(sampleNames)(
    "%s has no fault that axe can find, fits, and runs under the policy",
    async (name) => {
      await page.goto(`${running.server.url}/samples/nb/${name}`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(heard).toEqual([]);
    },
  );
});

test("dark colours have contrast too", async () => {
  const context = await running.browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  for (const name of ["call", "section-problems", "section-conflict", "receipt", "staff-applications"]) {
    await page.goto(`${running.server.url}/samples/en/${name}`);
    expect(await violations(page), name).toEqual([]);
  }
  await context.close();
});

test("a fault put in on purpose is found", async () => {
  const page = await running.browser.newPage();
  await page.goto(`${running.server.url}/samples/nb/webinar`);
  await page.evaluate(() => document.querySelector("label[for=f-email]")?.removeAttribute("for"));
  expect(await violations(page)).toContainEqual(expect.stringMatching(/^label: /));
  await page.close();
});
