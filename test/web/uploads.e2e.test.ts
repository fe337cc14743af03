import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FileId, type StoredFile } from "#shared/domain/stored-file.ts";
import { document as drawn } from "#web/document.ts";
import { sectionPage } from "#web/pages/section-page.tsx";
import { besideBrowser } from "../support/beside-browser.ts";
import { aPdf } from "../support/documents.ts";
import { aFile, anAwaitedFile } from "../support/files.ts";
import { filesKey, sectionProps } from "./sample-props.ts";
import { applicant, draft, duringCall } from "./sample-records.ts";
import { sendPage, serveSamples } from "./sample-server.ts";

vi.setConfig({ testTimeout: 30_000 });

const here = `/nb/applications/${draft.id}`;
const address = `${here}/sections/${filesKey}`;

/** What the server has, and how it answers. */
let letters: StoredFile[];
let revision: number;
let tickets: { readonly id: string; readonly [fact: string]: unknown }[];
let uploads: string[];
let whenUploading: (response: ServerResponse) => void;
let ticketRefusal: object | undefined;

const change = (next: StoredFile[]): void => {
  letters = next;
  revision += 1;
};
const become = (id: string, state: Partial<StoredFile>) =>
  change(letters.map((file) => (file.id === id ? { ...file, ...state } : file)));

const pageNow = () =>
  drawn(
    sectionPage(
      { language: "nb", path: address, assets: "/assets/0", at: duringCall, person: applicant },
      sectionProps(filesKey, { answers: { letters }, revision }),
    ),
  );

const sendJson = (response: ServerResponse, status: number, json: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));

const ticketOf = (id: string) => ({
  id,
  url: `${running.server.url}/store`,
  fields: { key: `drafts/x/${id}/a`, Policy: "p" },
});

const addFile = (response: ServerResponse, body: Buffer) => {
  if (ticketRefusal) return sendJson(response, 422, ticketRefusal);
  const { field: _, ...declared } = JSON.parse(body.toString());
  const id = FileId.parse(randomUUID());
  tickets.push({ id, ...declared });
  change([...letters, anAwaitedFile({ id, ...declared })]);
  return sendJson(response, 201, ticketOf(id));
};

const showSection = (request: IncomingMessage, response: ServerResponse, arrived: string | null) => {
  if (arrived) become(arrived, { state: "checking" });
  return request.headers.accept?.includes("json")
    ? sendJson(response, 200, { revision })
    : sendPage(response, pageNow());
};

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
  const { pathname, searchParams } = new URL(request.url ?? "/", running.server.url);
  const body = await buffer(request);
  const [, id = "", what] = /\/files\/([^/]+)\/(\w+)$/.exec(pathname) ?? [];
  if (pathname === address) showSection(request, response, searchParams.get("arrived"));
  else if (pathname === `${here}/files`) addFile(response, body);
  else if (what === "upload") sendJson(response, 200, ticketOf(id));
  else if (what === "removal") {
    change(letters.filter((file) => file.id !== id));
    sendPage(response, pageNow());
  } else if (pathname === "/store") {
    uploads.push(body.toString("latin1"));
    whenUploading(response);
  } else return false;
  return true;
};

let page: Page;
const running = besideBrowser(() => serveSamples(answer), 60_000);
beforeEach(async () => {
  letters = [];
  revision = 1;
  tickets = [];
  uploads = [];
  ticketRefusal = undefined;
  whenUploading = (response) => response.writeHead(204).end();
  page = await running.browser.newPage();
});
afterEach(async () => {
  await page.context().close();
});

const question = () => page.locator('[data-field="letters"]');
const rows = () => question().locator("li:visible");
const spoken = () => page.locator("#spoken").textContent();
const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(aPdf(name)) });
const choose = async (...names: readonly string[]) => {
  await page.goto(running.server.url + address);
  await question().locator("input[type=file]").setInputFiles(names.map(pdf));
};
const text = (locator: ReturnType<typeof rows>) =>
  locator.allTextContents().then((all) => all.map((one) => one.replace(/\s+/g, " ").trim()));

describe("files that are chosen", () => {
  test("are each declared by their digest, sent straight on, and checked until the server says how it went", async () => {
    await choose("Én.pdf", "To.pdf");
    await expect
      .poll(() => text(rows()))
      .toEqual([
        expect.stringMatching(/^Én\.pdf .*Kontrolleres for skadevare/),
        expect.stringMatching(/^To\.pdf .*Kontrolleres for skadevare/),
      ]);
    const digestOf = (name: string) => createHash("sha256").update(aPdf(name)).digest("hex");
    expect(tickets).toMatchObject(
      ["Én.pdf", "To.pdf"].map((name) => ({ name, type: "application/pdf", sha256: digestOf(name) })),
    );
    for (const form of uploads)
      expect(form.indexOf('name="file"')).toBeGreaterThan(form.indexOf('name="Policy"'));
    become(tickets[0]?.id ?? "", { state: "clean" });
    await expect.poll(spoken, { timeout: 15_000 }).toBe("Én.pdf: Klar");
    become(tickets[1]?.id ?? "", { state: "refused", why: "malware" });
    await expect
      .poll(spoken, { timeout: 15_000 })
      .toBe("To.pdf: Kan ikke brukes: det er funnet skadevare i filen");
    expect(await question().locator("a").first().getAttribute("href")).toBe(
      `${here}/files/${tickets[0]?.id}`,
    );
  });

  test("are sent two at a time, and those that wait say so", async () => {
    const waiting: ServerResponse[] = [];
    whenUploading = (response) => waiting.push(response);
    await choose("1.pdf", "2.pdf", "3.pdf");
    await expect.poll(() => waiting.length).toBe(2);
    expect((await text(rows())).at(-1)).toContain("Venter på tur");
    expect(tickets).toHaveLength(2);
    for (const response of waiting) response.writeHead(204).end();
    await expect.poll(() => waiting.length).toBe(3);
    waiting[2]?.writeHead(204).end();
    await expect.poll(() => letters.map(({ state }) => state)).toEqual(["checking", "checking", "checking"]);
  });

  test("that do not get through stay with a way to try again, which needs no new place", async () => {
    whenUploading = (response) => response.destroy();
    await choose("Brev.pdf");
    await question().locator('[role="alert"]').waitFor();
    expect((await text(rows()))[0]).toContain("vi får ikke kontakt");
    whenUploading = (response) => response.writeHead(204).end();
    await question().getByRole("button", { name: "Prøv igjen" }).click();
    await expect.poll(() => letters.map(({ state }) => state)).toEqual(["checking"]);
    expect(tickets).toHaveLength(1);
  });

  test("that the server has no room for are refused in its own words, and can be put away", async () => {
    ticketRefusal = { detail: "Noe må rettes", problems: [{ message: "Det er plass til høyst 30" }] };
    await choose("Brev.pdf");
    await expect.poll(() => text(rows())).toEqual([expect.stringContaining("Det er plass til høyst 30")]);
    await question().getByRole("button", { name: "Avbryt" }).click();
    await expect.poll(() => rows().count()).toBe(0);
  });

  test("that are too large or empty are never sent", async () => {
    await page.goto(running.server.url + address);
    const large = { ...pdf("Stor.pdf"), buffer: Buffer.alloc(10 * 1024 * 1024 + 1) };
    const empty = { ...pdf("Tom.pdf"), buffer: Buffer.alloc(0) };
    await question().locator("input[type=file]").setInputFiles([large, empty]);
    await expect
      .poll(() => text(rows()))
      .toEqual([expect.stringContaining("filen er for stor"), expect.stringContaining("filen er tom")]);
    expect(tickets).toEqual([]);
  });

  test("can be called off while they are on their way", async () => {
    whenUploading = () => {};
    await choose("Brev.pdf");
    await expect.poll(() => uploads.length).toBe(1);
    await question().getByRole("button", { name: "Avbryt" }).click();
    await expect.poll(() => letters).toEqual([]);
    await expect.poll(() => rows().count()).toBe(0);
  });

  test("can be dropped too", async () => {
    await page.goto(running.server.url + address);
    await question().locator(".pick").waitFor();
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["%PDF-1.7 dropped"], "Sluppet.pdf", { type: "application/pdf" }));
      return data;
    });
    await question().dispatchEvent("drop", { dataTransfer: dropped });
    await expect.poll(() => tickets.map((ticket) => ticket["name"])).toEqual(["Sluppet.pdf"]);
  });
});

describe("a file that is removed", () => {
  test("is gone from the list at once, while others go on, and the focus stays at its question", async () => {
    change([aFile({ name: "Bort.pdf" }), aFile({ name: "Blir.pdf" })]);
    whenUploading = () => {};
    await choose("Underveis.pdf");
    await expect.poll(spoken).toBe("Underveis.pdf: 100 prosent lastet opp");
    await question().getByRole("button", { name: "Fjern Bort.pdf" }).click();
    await expect
      .poll(() => text(rows()))
      .toEqual([expect.stringContaining("Blir.pdf"), expect.stringContaining("Underveis.pdf")]);
    expect(await spoken()).toBe("Bort.pdf er fjernet");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("f-letters");
  });

  test("makes room again where there was none", async () => {
    change(Array.from({ length: 30 }, (_, i) => aFile({ name: `${i}.pdf` })));
    await page.goto(running.server.url + address);
    await expect.poll(() => question().locator(".pick").isVisible()).toBe(false);
    await question().getByRole("button", { name: "Fjern 7.pdf" }).click();
    await question().locator(".pick").waitFor();
  });
});

test.each([1280, 390])(
  "axe finds nothing wrong while files are on their way in a window %i wide",
  async (width) => {
    await page.setViewportSize({ width, height: 900 });
    whenUploading = (response) => response.destroy();
    await choose("Brev.pdf", "Et svært langt navn på en fil som noen har kalt nøyaktig det den er.pdf");
    await expect.poll(() => question().locator('[role="alert"]').count()).toBe(2);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);

test("without script each question has a button to a page of its own, and what waits can be looked at again", async () => {
  change([aFile({ state: "checking" })]);
  const context = await running.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(running.server.url + address);
  expect(await plain.locator(".pick:visible").count()).toBe(0);
  expect(await plain.locator(".add-file button:visible").count()).toBeGreaterThan(3);
  expect(await plain.getByRole("link", { name: "Oppdater siden" }).getAttribute("href")).toBe(address);
  await context.close();
});
