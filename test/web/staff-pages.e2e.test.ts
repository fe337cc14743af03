// What the staff's pages are to look like, where that can be measured.
import type { Page } from "playwright-core";
import { beforeAll, expect, test, vi } from "vitest";
import { besideBrowser } from "../support/beside-browser.ts";
import { serveSamples } from "./sample-server.ts";
import { sampleNames } from "./samples.tsx";

vi.setConfig({ testTimeout: 60_000 });

const names = sampleNames.filter((name) => name.startsWith("staff"));

let page: Page;

const running = besideBrowser(() => serveSamples(), 60_000);
beforeAll(async () => {
  page = await running.browser.newPage();
});

const open = async (name: string, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${running.server.url}/samples/nb/${name}`);
};

const pressed = "main :is(button, .ds-button, nav):visible, .top nav:visible";

test.each(names)("%s fits a window 320 wide, and has nothing to press on paper", async (name) => {
  await open(name, 320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(pressed).allTextContents()).toEqual([]);
  if (name !== "staff")
    expect(await page.locator(".printed:visible").textContent()).toMatch(/\/staff\/.+ 2024/);
  await page.emulateMedia({ media: null });
});

test("on paper a list says in its own words what was chosen, and nothing that was not", async () => {
  await open("staff-applications", 1280);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("search .ds-label:visible").allTextContents()).toEqual(["Status"]);
  expect(await page.locator("search select:visible").inputValue()).toBe("submitted");
  await page.emulateMedia({ media: null });
});

test("what has focus in a long list is not under the headings", async () => {
  await open("staff-applications-long", 1280);
  const links = page.locator("tbody a");
  for (const row of [5, 20, 40]) {
    await links.nth(row).evaluate((link) => {
      const list = link.closest(".sideways");
      const down = link.getBoundingClientRect().top - (list?.getBoundingClientRect().top ?? 0);
      list?.scrollBy(0, down - 4);
    });
    await links
      .nth(row + 1)
      .evaluate((link) => link instanceof HTMLElement && link.focus({ preventScroll: true }));
    await page.keyboard.press("Shift+Tab");
    const [focused, headings] = await Promise.all([
      links.nth(row).and(page.locator(":focus")).boundingBox(),
      page.locator("thead th").first().boundingBox(),
    ]);
    expect(focused?.y).toBeGreaterThanOrEqual((headings?.y ?? 0) + (headings?.height ?? 0));
  }
});

test.each(names.filter((name) => name.startsWith("staff-statistics")))(
  "the texts of the charts of %s are whole and apart",
  async (name) => {
    await open(name, 1280);
    for (const chart of await page.locator(".chart").all()) {
      const around = await chart.boundingBox();
      const texts = await Promise.all((await chart.locator("text").all()).map((text) => text.boundingBox()));
      const boxes = texts.flatMap((box) => (box ? [box] : []));
      expect(boxes.length).toBeGreaterThan(3);
      for (const one of boxes) {
        expect(one.x).toBeGreaterThanOrEqual(around?.x ?? 0);
        expect(one.x + one.width).toBeLessThanOrEqual((around?.x ?? 0) + (around?.width ?? 0));
        for (const other of boxes.filter((box) => box !== one && box.y >= one.y)) {
          const isBeside = other.x >= one.x + one.width || one.x >= other.x + other.width;
          // Boxes are as high as a line, which is more than what is written in it.
          expect(isBeside || other.y - one.y >= one.height * 0.8).toBe(true);
        }
      }
    }
  },
);
