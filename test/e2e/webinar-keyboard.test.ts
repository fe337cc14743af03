// The road to the webinar and out of it again with nothing but a keyboard, over the mails between.
import type { Frame, Page } from "playwright-core";
import { expect, test } from "vitest";
import { scan } from "#shared/records/scan.ts";
import { arriveAt, type Focused, focused, isSeen, press, tabTo, wide } from "./keyboard.ts";
import { client } from "./road.ts";
import { recordsOf } from "./rush.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const address = "tastatur@prove.example";
const answers: Readonly<Record<string, string>> = {
  name: "Tasta Tur",
  email: address,
  organisation: "Døme AS",
  needs: "Teksting",
};

const answer = async (page: Page, { name, type, tag }: Focused) => {
  const wanted = answers[name];
  if (type === "radio") await page.keyboard.press("Space");
  else if (tag === "SELECT") await page.keyboard.press("ArrowDown");
  else if (wanted) {
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.insertText(wanted);
  }
};

/** From the top of the form to its button, answering on the way. */
const fillIn = async (page: Page) => {
  let at = await focused(page);
  while (at.said !== "Meld meg på") {
    await tabTo(page, "the next field", () => true);
    at = await focused(page);
    if (at.tag !== "A" && at.tag !== "BUTTON") await answer(page, at);
  }
};

/** What is sent too fast for a person is handed back to be sent once more, whole. */
const send = async (page: Page) => {
  await page.keyboard.press("Enter");
  const received = page.locator("h1", { hasText: "Sjekk e-posten din" });
  const handedBack = page.locator("main .ds-alert");
  await received.or(handedBack).first().waitFor();
  if (await handedBack.isVisible()) await press(page, "Meld meg på");
  await received.waitFor();
};

const openMail = async (page: Page, subject: RegExp) => {
  const inbox = `${running.system.url}/local/inbox`;
  await expect
    .poll(
      async () => {
        await page.goto(inbox);
        return page.locator("tbody tr", { hasText: address }).allInnerTexts();
      },
      { timeout: 30_000 },
    )
    .toContainEqual(expect.stringMatching(subject));
  await tabTo(page, "the mail", ({ tag, said }) => tag === "A" && subject.test(said));
  await page.keyboard.press("Enter");
  await page.locator("iframe").waitFor();
};

const mailIn = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.url().endsWith("/body"));
  if (!frame) throw new Error("The mail has no frame");
  return frame;
};

/** Into the mail's frame, to its button; it opens a page of its own, as in a mail program. */
const followMail = async (page: Page): Promise<Page> => {
  const frame = mailIn(page);
  await frame.locator("a.go").waitFor();
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press("Tab");
    expect(await isSeen(page)).toBe(true);
    if (await frame.evaluate(() => document.activeElement?.className === "go")) break;
  }
  const opened = page.context().waitForEvent("page");
  await page.keyboard.press("Enter");
  return opened;
};

const kept = async () => {
  const items = [];
  for await (const page of scan(recordsOf(running.system), { text: "attribute_exists(#pk)" }))
    items.push(...page.items);
  return items.filter(({ item }) => ["registration", "needs", "message", "webinar"].includes(String(item)));
};

test("the webinar is signed up for, changed and left with nothing but a keyboard, and looking changes nothing", {
  timeout: 240_000,
}, async () => {
  const context = await running.browser.newContext({ viewport: wide });
  const page = await context.newPage();
  await page.goto(`${running.system.url}/nb/calls/nic-2024`);
  await arriveAt(page, "Opptak av nye klynger");
  await press(page, "Meld deg på søkewebinaret");
  await arriveAt(page, "Påmelding til søkewebinar");
  await fillIn(page);
  await send(page);
  await arriveAt(page, "Sjekk e-posten din");

  await openMail(page, /Du er påmeldt/);
  const manage = await followMail(page);
  await arriveAt(manage, "Påmeldingen din");
  const { pathname, search } = new URL(manage.url());
  const before = await kept();
  const scanner = client(running.system.url);
  for (const path of [pathname + search, `${pathname}/details${search}`])
    expect((await scanner.page(path)).status).toBe(200);
  expect(await kept()).toEqual(before);

  await press(manage, "Endre opplysningene");
  await arriveAt(manage, "Endre påmeldingen");
  await tabTo(manage, "the role", ({ name }) => name === "role");
  await manage.keyboard.insertText("Leder");
  await press(manage, "Lagre endringene");
  await manage.getByText("Endringene er lagret").waitFor();
  await arriveAt(manage, "Påmeldingen din");
  expect(await manage.locator("main").textContent()).toContain("Leder");
  await press(manage, "Meld meg av");
  await manage.getByText("Du er meldt av").waitFor();
  await arriveAt(manage, "Påmeldingen din");

  await openMail(page, /Du er avmeldt/);
  expect(await mailIn(page).locator("main").textContent()).toContain("Tasta Tur");
  await context.close();
});
