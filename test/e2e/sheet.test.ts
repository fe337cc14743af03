import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { members } from "#shared/calls/nic-2024/sections/members.ts";
import { toXlsx } from "#shared/spreadsheets/write.ts";
import { applicants } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const long = "Bidrar med ".repeat(20);
const { name, role } = members.fields.list.fields;
const columns = [name.label.nb, role.label.nb, "Merknad"].map((heading) => ({
  key: heading,
  heading,
  type: "text" as const,
}));

/** Two hundred members, with a column of our applicant's own that makes the sheet large. */
const twoHundred = () =>
  toXlsx([
    {
      key: "a",
      name: "Ark1",
      columns,
      rows: Array.from({ length: 200 }, (_, i) => [`Bedrift ${i}`, long, `${i} ${"notat ".repeat(600)}`]),
    },
  ]);

const openMembers = async (page: Page) => {
  await page.goto(`${running.system.url}/nb/my-page`);
  await page.getByRole("button", { name: applicants[0]?.name ?? "" }).click();
  await page.waitForURL("**/nb/my-page");
  await page.locator('form:has(input[name="level"][value="explore"]) button').click();
  await page.waitForURL(/applications\/[0-9a-f-]+$/);
  await page.goto(`${page.url()}/sections/members`);
};

describe("two hundred members from a spreadsheet", { timeout: 120_000 }, () => {
  test.for([
    ["without script", false],
    ["with script", true],
  ] as const)("are looked over and taken in %s", async ([_, javaScriptEnabled]) => {
    const context = await running.browser.newContext({
      javaScriptEnabled,
      viewport: { width: 390, height: 900 },
    });
    const page = await context.newPage();
    await openMembers(page);
    await page.locator('button[name="add"]').click();
    await page.locator('[name="answers.list.0.name"]').fill("Skrevet for hånd");
    await page.getByRole("button", { name: "Hent fra regneark" }).click();
    await page.waitForURL("**/rows/list");

    await page.getByLabel("Eller velg en fil").setInputFiles({
      name: "feil.xlsx",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await page.getByRole("button", { name: "Se hva vi leser" }).click();
    await page.getByRole("link", { name: /Vi kan ikke lese denne filen/ }).waitFor();

    await page.getByLabel("Eller velg en fil").setInputFiles({
      name: "medlemmer.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(await twoHundred()),
    });
    await page.getByLabel("Erstatt hele lista").check();
    await page.getByRole("button", { name: "Se hva vi leser" }).click();
    await page.getByText(/^200 rader: /).waitFor();
    expect(await page.locator("main").textContent()).toContain("«Merknad»");

    await page.getByRole("button", { name: "Ta inn alle 200 radene" }).click();
    await page.waitForURL(/sections\/members\?taken=list\.200$/);
    await page.getByText("200 rader er tatt inn").waitFor();
    expect(await page.locator("fieldset.item").count()).toBe(200);
    await context.close();
  });

  test("the template is downloaded", async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await openMembers(page);
    await page.getByRole("button", { name: "Hent fra regneark" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Mal for Excel" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("members.xlsx");
    const bytes = await readFile(await download.path());
    expect(bytes.toString("latin1", 0, 2)).toBe("PK");
    await context.close();
  });
});
