// A case officer's day with nothing but a keyboard: to the list, into an application, through the case, and out with a table.
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { staffMembers } from "#shared/records/staff.ts";
import { people } from "../../local/people.ts";
import { arriveAt, focused, press, tabTo, wide } from "./keyboard.ts";
import { at, readyToSend, recordsOf, submissionOf } from "./rush.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();
const officer = people.find(({ groups }) => groups.includes("officer"))?.name ?? "";

/** By reference. */
let sent: readonly string[];

beforeAll(async () => {
  const { url } = running.system;
  const ready = await readyToSend(running.system, 2);
  for (const one of ready)
    expect((await at(url, one).ask("POST", submissionOf(one), one.sending)).status).toBe(201);
  sent = ready.map(({ application }) => application.reference);
}, 120_000);

const signInBy = async (page: Page) => {
  await page.goto(`${running.system.url}/staff?lang=nb`);
  await tabTo(page, officer, ({ said }) => said.startsWith(officer));
  await page.keyboard.press("Enter");
  await arriveAt(page, "Saksbehandling");
};

/** The first of all that can be reached, and past everything that is the same on each page. */
const skip = async (page: Page) => {
  await page.keyboard.press("Tab");
  expect((await focused(page)).said).toBe("Hopp til innholdet");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
};

/** Until the list, which follows what is written by some seconds, has both. */
const listed = (page: Page) =>
  expect
    .poll(async () => {
      await page.reload();
      return page.locator(".reference-cell").allInnerTexts();
    })
    .toEqual(expect.arrayContaining([...sent]));

const search = async (page: Page) => {
  await tabTo(page, "the search", ({ name }) => name === "text");
  await page.keyboard.insertText("oppdiktet");
  await tabTo(page, "the level", ({ name }) => name === "level");
  await page.keyboard.press("ArrowDown");
  await press(page, "Flere filtre og kolonner");
  await page.locator("details[open] [name=columns]").first().waitFor();
  await tabTo(page, "a column", ({ value }) => value === "owner");
  await page.keyboard.press("Space");
  await press(page, "Vis");
  await page.waitForURL("**text=oppdiktet**");
  expect(new URL(page.url()).searchParams.getAll("columns")).toContain("owner");
  await page.locator("h1", { hasText: "Søknader" }).waitFor();
};

const open = async (page: Page, reference: string, said = reference) => {
  await press(page, said);
  await page.locator("dd", { hasText: reference }).waitFor();
};

/** Where a form leads when it is sent: the place has the focus and is on the screen, and the next Tab goes on from it. */
const isLedTo = async (page: Page, id: string) => {
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
  await expect
    .poll(() =>
      page.locator(`#${id}`).evaluate((place) => {
        const { top, bottom } = place.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
};

const note = async (page: Page) => {
  await press(page, "Legg til notatet");
  await isLedTo(page, "problems");
  expect(await page.title()).toMatch(/^Feil: /);
  await press(page, "Nytt notat: Skriv notatet først");
  expect((await focused(page)).name).toBe("text");
  await page.keyboard.insertText("Ringte styreleder uten å røre musa");
  await press(page, "Legg til notatet");
  await page.locator(".notes", { hasText: "uten å røre musa" }).waitFor();
  await isLedTo(page, "notes");
};

const control = async (page: Page) => {
  for (const point of ["complete", "eligible", "declarations"]) {
    await tabTo(page, point, ({ name }) => name === point);
    await page.keyboard.press("ArrowDown");
    expect((await focused(page)).value).toBe("in-order");
  }
  await press(page, "Lagre kontrollen");
  await page.locator("main", { hasText: `Innsending 1, av ${officer}` }).waitFor();
  await isLedTo(page, "control");
};

const goTo = async (page: Page, title: string) => {
  await press(page, title);
  await page.locator("h1", { hasText: title }).waitFor();
};

const download = async (page: Page) => {
  await goTo(page, "Saksbehandling");
  await press(page, "Eksport");
  await arriveAt(page, "Eksport");
  const started = page.waitForEvent("download");
  await press(page, "Last ned CSV");
  expect((await started).suggestedFilename()).toMatch(/\.csv$/);
};

/** From one to the next in the list, and back to the list as it was chosen. */
const lookThrough = async (
  page: Page,
  { first, second }: { readonly first: string; readonly second: string },
) => {
  await open(page, second);
  await arriveAt(page, "Klynge");
  await open(page, first, `Neste i listen: ${first}`);
  await press(page, "Tilbake til listen");
  await page.locator("h1", { hasText: "Søknader" }).waitFor();
  expect(new URL(page.url()).searchParams.getAll("columns").join()).toContain("owner");
  await open(page, first);
};

const take = async (page: Page) => {
  await press(page, "Ta saken");
  await page.locator("#case", { hasText: `${officer}, siden` }).waitFor();
  await isLedTo(page, "case");
};

const release = async (page: Page) => {
  await press(page, "Gi fra deg saken");
  await page.locator("#case", { hasText: "Ingen har tatt saken" }).waitFor();
  await isLedTo(page, "case");
};

/** What this officer is said to have done, without when and without mere looking. */
const doneIn = async (page: Page) => {
  const done = await page.locator("tr", { hasText: officer }).locator("td:nth-child(3)").allInnerTexts();
  return done.filter((what) => what !== "Så på søknaden");
};

test("a case officer finds, judges and gives back a case and takes out a table with nothing but a keyboard", async () => {
  const page = await (await running.browser.newContext({ viewport: wide })).newPage();
  await signInBy(page);
  await skip(page);
  await press(page, "Oversikt");
  await arriveAt(page, "Oversikt");
  await goTo(page, "Saksbehandling");
  await press(page, "Søknader");
  await page.locator("h1", { hasText: "Søknader" }).waitFor();
  await listed(page);
  await search(page);
  await arriveAt(page, "Søknader");
  // What is searched for stands in no order of time.
  const [second = "", first = ""] = await page.locator(".reference-cell").allInnerTexts();
  await lookThrough(page, { first, second });
  await take(page);
  await note(page);
  await control(page);
  await release(page);
  expect(await doneIn(page)).toEqual([
    "Tok saken",
    "Skrev et internt notat",
    "Lagret formell kontroll",
    "Ga fra seg saken",
  ]);
  await download(page);
  const known = await staffMembers(recordsOf(running.system));
  expect(known).toMatchObject([{ name: officer, role: "officer" }]);
}, 240_000);
