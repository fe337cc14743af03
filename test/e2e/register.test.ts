import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { completeDraft } from "../support/answers.ts";
import { applicants, type Client, filledIn, signIn, staff } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();
let one: Client;
let id: string;

const mood = (next: string) =>
  fetch(`${running.system.url}/local/register`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ mood: next }),
  });

beforeAll(async () => {
  one = await signIn(running.system.url);
}, 120_000);
beforeEach(async () => {
  await mood("normal");
  id = await filledIn(one, "connect");
});

const applicant = () => completeDraft("connect")["applicant"] ?? {};

/** The applicant's page as a form posts it. */
const press = (more: Record<string, string>, revision = 1) =>
  one.page(`/nb/applications/${id}/sections/applicant`, {
    revision: String(revision),
    "answers.operator[]": "operates",
    ...Object.fromEntries(
      Object.entries(applicant()).flatMap(([key, value]) =>
        typeof value === "string" ? [[`answers.${key}`, value]] : [],
      ),
    ),
    ...more,
  });
const shown = async () => (await one.page(`/nb/applications/${id}/sections/applicant`)).text;

describe("an organisation number", () => {
  test("is looked up at a press, without script: what the register found takes its place, and is saved", async () => {
    const told = await press({ "answers.organisationNumber": "800 000 017", lookUp: "organisationNumber" });
    expect(told.headers.get("location")).toContain("focus=organisationNumber");
    const page = await shown();
    expect(page).toContain('value="OPPDIKTET HAVBRUK AS"');
    expect(page).toContain('value="Kaia 3, 8006 BODØ"');
    expect(page).toContain("Enhetsregisteret 15. april 2024 kl. 09.");
  });

  test("that cannot be one is told of, and nothing is lost", async () => {
    const told = await press({ "answers.organisationNumber": "123", lookUp: "organisationNumber" });
    expect(told.status).toBe(422);
    expect(told.text).toContain("Organisasjonsnummeret er ikke gyldig");
    expect(told.text).toContain("Prøve Prøvesen");
  });

  test.for([
    ["800000033", "Virksomheten er konkurs."],
    ["800000041", "Virksomheten er under avvikling."],
    ["800000068", "ble slettet 3. mars 2023"],
    ["800000076", "er tatt ut av registeret"],
    ["800000106", "Nummeret finnes ikke"],
  ] as const)("%s is warned of: %s", async ([number, warning]) => {
    await press({ "answers.organisationNumber": number, lookUp: "organisationNumber" });
    expect(await shown()).toContain(warning);
    expect((await one.page(`/nb/applications/${id}/review`)).text).toContain(warning);
  });
});

describe("a register that is not there", () => {
  test.for(["down", "slow"])("stops nobody when it is %s, and is asked again later", async (trouble) => {
    await mood(trouble);
    const number = trouble === "down" ? "800000114" : "800000025";
    const typed = { "answers.organisationNumber": number, "answers.organisation": "Skrevet for hånd" };
    const told = await press({ ...typed, next: "section" });
    expect(told.status).toBe(303);
    const page = await shown();
    expect(page).toContain('value="Skrevet for hånd"');
    expect(page).toContain("svarte ikke");
    const review = await one.ask("GET", `/nb/applications/${id}/review`);
    expect(review.json).toMatchObject({ problems: [], register: "unchecked" });

    await mood("normal");
    const at = new Date(running.system.clock.now() + 2 * 3_600_000).toISOString();
    await running.system.invoke("deadline-enforcement", { at });
    const checked = await one.ask("GET", `/nb/applications/${id}/review`);
    expect(checked.json).toMatchObject({ register: trouble === "down" ? "never-existed" : "found" });
  });

  test("is known to staff", async () => {
    await mood("down");
    await press({ "answers.organisationNumber": "974760673", next: "overview" });
    const officer = await signIn(running.system.url, staff[0]);
    expect((await officer.page(`/staff/applications/${id}`)).text).toContain("ikke kontrollert mot");
  });
});

describe("with script", () => {
  test("what is empty is filled in when the number is typed, what was typed stays, and the button still works", async () => {
    const context = await running.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${running.system.url}/nb/my-page`);
    await page.getByRole("button", { name: applicants[1]?.name ?? "" }).click();
    await page.waitForURL("**/nb/my-page");
    await page.locator('form:has(input[name="level"][value="impact"]) button').first().click();
    await page.waitForURL(/applications\/[0-9a-f-]+$/);
    await page.goto(`${page.url()}/sections/applicant`);
    await page.locator('[name="answers.organisation"]').fill("Mitt eget navn");
    const saved = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
    await page.locator('[name="answers.organisationNumber"]').fill("800000017");
    await page.locator('[name="answers.contact"]').focus();
    await page.locator(".register", { hasText: "OPPDIKTET HAVBRUK AS" }).waitFor();
    expect(await page.locator('[name="answers.organisation"]').inputValue()).toBe("Mitt eget navn");
    expect(await page.locator('[name="answers.address"]').inputValue()).toBe("Kaia 3, 8006 BODØ");
    await saved;
    await page.locator('button[name="lookUp"]').click();
    await page.locator('[name="answers.organisation"][value="OPPDIKTET HAVBRUK AS"]').waitFor();
    await context.close();
  });
});
