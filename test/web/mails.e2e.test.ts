import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "#shared/domain/text.ts";
import { asHtml } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { messageOf, named, sender } from "../mail/sample-messages.ts";
import { openBrowser } from "../support/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

const views = [
  [600, "light"],
  [360, "dark"],
] as const;

/** All mails are made of the same parts; these have every part between them. */
const ofEveryPart: readonly string[] = ["receipt", "draft-expired", "registration-2"];

describe.for(views)("in a mail program %i wide, in %s", ([width, colorScheme]) => {
  test("every mail fits, and no part of one has a fault that axe can find", async () => {
    const context = await browser.newContext({ viewport: { width, height: 640 }, colorScheme });
    const page = await context.newPage();
    for (const [name, content] of named) {
      for (const language of languages) {
        await page.setContent(asHtml(letterOf(messageOf(content, language), sender.siteUrl), language));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${name} in ${language}`).toBeLessThanOrEqual(width);
      }
      if (!ofEveryPart.includes(name)) continue;
      // A mail has no heading of its own: the subject is its heading.
      const axe = new AxeBuilder({ page }).setLegacyMode().withTags(["wcag2a", "wcag2aa", "wcag22aa"]);
      const { violations } = await axe.analyze();
      expect(
        violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
    }
    await context.close();
  });
});
