import type { Page } from "playwright-core";
import { expect } from "vitest";
import * as z from "zod";
import { isAccessible } from "./accessible.ts";

/** The window that pages are walked through in. */
export const wide = { width: 1280, height: 900 };

/** Each page of a road is looked at in both widths before it is walked through. */
export const arriveAt = async (page: Page, title: string): Promise<void> => {
  await page.locator("h1", { hasText: title }).waitFor();
  await isAccessible(page);
  await page.setViewportSize(wide);
};

const Focused = z.object({
  tag: z.string(),
  type: z.string(),
  name: z.string(),
  value: z.string(),
  said: z.string(),
});
export type Focused = z.infer<typeof Focused>;

/** What has the focus now, and what a sighted person would see of it. */
export const focused = async (page: Page): Promise<Focused> =>
  Focused.parse(
    await page.evaluate(() => {
      const element = document.activeElement;
      const at = (name: string) => element?.getAttribute(name) ?? "";
      return {
        tag: element?.tagName ?? "",
        type: at("type"),
        name: at("name"),
        value: at("value"),
        said: element?.textContent?.trim() ?? "",
      };
    }),
  );

/** Whether what has the focus is on the screen. */
export const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.activeElement?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  });

/** Whether a sighted person sees which link or button has the focus: by a line around it, by a shadow, or by its coming into sight at all. */
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element?.matches("a, button")) return true;
    if (element.matches(".ds-skip-link")) return element.getBoundingClientRect().height > 20;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  });

/** Goes on by Tab until what is looked for has the focus. All that is passed is on the screen, and shows that it has the focus. */
export const tabTo = async (page: Page, what: string, isIt: (at: Focused) => boolean): Promise<void> => {
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    expect(await isSeen(page), `${at.name || at.said} is off the screen on the way to ${what}`).toBe(true);
    expect(await isMarked(page), `${at.name || at.said} does not show that it has the focus`).toBe(true);
    if (isIt(at)) return;
  }
  throw new Error(`Tab never comes to ${what} at ${page.url()}`);
};

/** To a link or a button that says this, and presses it. */
export const press = async (page: Page, said: string): Promise<void> => {
  await tabTo(page, said, (at) => at.said === said);
  await page.keyboard.press("Enter");
};
