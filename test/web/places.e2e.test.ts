// Places on a page: links lead to them without the page being fetched anew, and a form that is taken leads to its own.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { besideBrowser } from "../support/beside-browser.ts";
import { sendPage, serveSamples } from "./sample-server.ts";
import { drawn } from "./samples.tsx";

let status = 200;

const running = besideBrowser(
  () =>
    serveSamples(async ({ method }, response) => {
      if (method !== "POST") return false;
      sendPage(response, drawn(status === 200 ? "staff-case" : "staff-case-note-too-long", "nb"), status);
      return true;
    }),
  60_000,
);

/** The page, and how often a whole page has been fetched. */
const open = async (name: string) => {
  const page = await running.browser.newPage({ viewport: { width: 1280, height: 900 } });
  const fetched: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && fetched.push(request.url()));
  await page.goto(`${running.server.url}/samples/nb/${name}`);
  return { page, fetched };
};

const idInFocus = (page: Page) => page.evaluate(() => document.activeElement?.id);

const isBeforeFocus = (place: Element): boolean => {
  const { activeElement } = document;
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  return activeElement !== null && (place.compareDocumentPosition(activeElement) & follows) !== 0;
};

test("a link from an error leads to the field, with what was typed since, and back again", async () => {
  const { page, fetched } = await open("staff-case-note-too-long");
  const field = page.locator("textarea[name=text]");
  await field.fill("Kortere");
  await page.locator("#problems a").press("Enter");
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.goBack();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await field.inputValue()).toBe("Kortere");
  expect(fetched).toHaveLength(1);
});

test.for([
  ["Legg til notatet", "notes"],
  ["Lagre kontrollen", "control"],
  ["Gi fra deg saken", "case"],
] as const)(
  "«%s» leads to %s when it is taken, and the next Tab goes on from there",
  async ([said, place]) => {
    status = 200;
    const { page } = await open("staff-case");
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await page.getByRole("button", { name: said }).press("Enter");
    await expect.poll(() => idInFocus(page)).toBe(place);
    await page.keyboard.press("Tab");
    expect(await page.locator(`#${place}`).evaluate(isBeforeFocus)).toBe(true);
  },
);

test("what is refused stays at the address one was at, with the errors in focus", async () => {
  status = 422;
  const { page } = await open("staff-case");
  const before = page.url();
  await page.getByRole("button", { name: "Legg til notatet" }).press("Enter");
  await expect.poll(() => idInFocus(page)).toBe("problems");
  expect(page.url()).toBe(before);
});
