import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const widths = [1280, 390];

/** No violation at either width. What is wrong is told by rule and place. */
export const isAccessible = async (page: Page) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => `${page.url()} ${width} ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
};
