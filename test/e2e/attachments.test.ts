import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { eicar } from "../../local/scans/finding.ts";
import { aDocx, anExe, aPdf } from "../support/documents.ts";
import { askToAttach, attach, checkedFiles, filesOf, Ticket, upload } from "./attach.ts";
import { applicants, type Client, filledIn, reviewed, signIn, staff } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();
let one: Client;
beforeAll(async () => {
  one = await signIn(running.system.url);
}, 120_000);

const started = async (level = "impact") => {
  const told = await one.ask("POST", "/nb/calls/nic-2024/applications", { level });
  return z.object({ id: z.string() }).parse(told.json).id;
};
const Versions = z.array(
  z.object({ key: z.string(), scanResult: z.string().optional(), held: z.boolean().optional() }),
);
/** What S3 has of an application. */
const versionsOf = async (id: string) =>
  Versions.parse((await one.ask("GET", "/local/files")).json).filter(({ key }) => key.includes(id));
const letter = (name: string, bytes = aPdf(name), type = "application/pdf") => ({
  field: "letters",
  name,
  bytes,
  type,
});
const fetched = async (who: Client, path: string) => {
  const told = await who.page(path);
  if (told.status !== 303) return told.status;
  const file = await fetch(told.headers.get("location") ?? "");
  return { name: file.headers.get("content-disposition"), bytes: new Uint8Array(await file.arrayBuffer()) };
};

describe("a file that is attached", { timeout: 60_000 }, () => {
  test("is checked, found clean, and can be fetched by its owner alone", async () => {
    const id = await started();
    await attach(one, id, letter("Brev fra Ålesund.pdf"));
    const [file] = await checkedFiles(one, id);
    expect(file).toMatchObject({ name: "Brev fra Ålesund.pdf", state: "clean", type: "application/pdf" });
    const path = `/nb/applications/${id}/files/${file?.id}`;
    expect(await fetched(one, path)).toEqual({
      name: expect.stringContaining("Brev%20fra%20%C3%85lesund.pdf"),
      bytes: aPdf("Brev fra Ålesund.pdf"),
    });
    const other = await signIn(running.system.url, applicants[1]);
    expect(await fetched(other, path)).toBe(404);
    expect((await askToAttach(other, id, letter("Mitt.pdf"))).status).toBe(404);
    expect((await other.ask("POST", `${path}/removal`, {})).status).toBe(404);
  });

  test("is refused for its content, whatever it is called", async () => {
    const id = await started();
    await attach(one, id, letter("Program.pdf", anExe()));
    await attach(one, id, letter("Virus.pdf", new TextEncoder().encode(eicar)));
    await attach(one, id, letter("Word.pdf", aDocx()));
    const files = await checkedFiles(one, id);
    expect(files.map(({ name, state, why }) => [name, state, why])).toEqual([
      ["Program.pdf", "refused", "not-the-type"],
      ["Virus.pdf", "refused", "malware"],
      ["Word.pdf", "clean", undefined],
    ]);
    await running.system.settled();
    expect((await versionsOf(id)).map(({ key }) => key.split("/").at(-1))).toEqual(["Word.pdf"]);
    for (const { id: file } of files.slice(0, 2))
      expect(await fetched(one, `/nb/applications/${id}/files/${file}`)).toBe(404);
    const { problems } = await reviewed(one, id);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: "/attachments/letters/0", code: "fileRefused" }),
        expect.objectContaining({ pointer: "/attachments/letters/1", code: "fileRefused" }),
      ]),
    );
  });

  test("is not taken by S3 when it is not the one that was declared, or too large, or the form has been changed", async () => {
    const id = await started();
    const ticket = async () => Ticket.parse((await askToAttach(one, id, letter("Brev.pdf"))).json);
    const status = async (changes: Partial<Ticket>, bytes = aPdf("Brev.pdf")) =>
      (await upload({ ...(await ticket()), ...changes }, "Brev.pdf", bytes)).status;
    expect(await status({}, aPdf("Et annet brev"))).toBe(400);
    expect(await status({}, new Uint8Array(10 * 1024 * 1024 + 1))).toBe(400);
    const { fields } = await ticket();
    expect(await status({ fields: { ...fields, key: "drafts/somewhere/else/a.pdf" } })).toBe(403);
    expect(await status({ fields: { ...fields, "X-Amz-Signature": "0".repeat(64) } })).toBe(403);
    expect(Object.values(await filesOf(one, id)).flat()).toHaveLength(5);
  });

  test("can be removed, and then its place is free and its address leads nowhere", async () => {
    const id = await started();
    await attach(one, id, { ...letter("Strategi.pdf"), field: "strategy" });
    const [file] = await checkedFiles(one, id);
    expect((await askToAttach(one, id, { ...letter("Ny.pdf"), field: "strategy" })).status).toBe(422);
    const path = `/nb/applications/${id}/files/${file?.id}`;
    expect((await one.ask("POST", `${path}/removal`, {})).status).toBe(200);
    expect(await fetched(one, path)).toBe(404);
    expect((await askToAttach(one, id, { ...letter("Ny.pdf"), field: "strategy" })).status).toBe(201);
  });
});

describe("files that were sent", { timeout: 60_000 }, () => {
  test("stay as they were sent, and staff can fetch them", async () => {
    const id = await filledIn(one, "connect");
    const { problems, sending } = await reviewed(one, id);
    expect(problems).toEqual([]);
    expect((await one.ask("POST", `/nb/applications/${id}/submission`, sending)).status).toBe(201);
    const files = Object.values(await filesOf(one, id)).flat();
    await vi.waitFor(
      async () => expect((await versionsOf(id)).map(({ held }) => held)).toEqual(files.map(() => true)),
      15_000,
    );
    const [file] = files;
    const path = `/nb/applications/${id}/files/${file?.id}`;
    expect((await one.ask("POST", `${path}/removal`, {})).status).toBe(409);
    expect((await one.ask("POST", `/nb/applications/${id}/withdrawal`, {})).status).toBe(200);
    expect((await one.ask("POST", `${path}/removal`, {})).status).toBe(200);
    expect(await fetched(one, path)).toMatchObject({ bytes: aPdf(file?.name) });
    const officer = await signIn(running.system.url, staff[0]);
    expect(await fetched(officer, `/staff/applications/${id}/files/${file?.id}`)).toMatchObject({
      bytes: aPdf(file?.name),
    });
    const history = await officer.ask("GET", `/staff/applications/${id}`);
    expect(history.json).toMatchObject({
      events: expect.arrayContaining([
        expect.objectContaining({ what: "file-downloaded", detail: file?.id }),
      ]),
    });
    await vi.waitFor(async () => {
      const mails = (await running.system.messages()).filter(({ text }) => text.includes("Strategi"));
      expect(mails[0]?.text).toMatch(/Vedlegg: .*\(1\u00a0kB\)/);
    }, 15_000);
  });
});

const upToClean = async (context: Awaited<ReturnType<Browser["newContext"]>>) => {
  const page = await context.newPage();
  await page.goto(`${running.system.url}/nb/my-page`);
  await page.getByRole("button", { name: applicants[0]?.name ?? "" }).click();
  await page.waitForURL("**/nb/my-page");
  await page.goto(`${running.system.url}/nb/applications/${await started()}/sections/attachments`);
  return page;
};
const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(aPdf(name)) });

describe("in a browser", { timeout: 60_000 }, () => {
  test("with script several files go at once, and the list says when each is ready", async () => {
    const context = await running.browser.newContext();
    const messages: string[] = [];
    context.on("console", (message) => message.type() === "error" && messages.push(message.text()));
    const page = await upToClean(context);
    const question = page.locator('[data-field="letters"]');
    await question.locator("input[type=file]").setInputFiles(["a.pdf", "b.pdf", "c.pdf"].map(pdf));
    await expect.poll(() => question.locator('li[data-state="clean"]').count(), { timeout: 30_000 }).toBe(3);
    expect(messages).toEqual([]);
    await context.close();
  });

  test("without script a file is sent from a page of its own, which leads back", async () => {
    const context = await running.browser.newContext({ javaScriptEnabled: false });
    const page = await upToClean(context);
    await page.locator('[data-field="strategy"] .add-file button').click();
    await page.locator("#file").setInputFiles(pdf("Strategi ærlig talt.pdf"));
    await page.getByRole("button", { name: "Last opp filen" }).click();
    await page.waitForURL("**/sections/attachments");
    const row = page.locator('[data-field="strategy"] li');
    await expect
      .poll(
        async () => {
          await page.reload();
          return row.getAttribute("data-state");
        },
        { timeout: 30_000 },
      )
      .toBe("clean");
    expect(await row.locator("a").textContent()).toBe("Strategi ærlig talt.pdf");
    await row.getByRole("button", { name: "Fjern" }).click();
    await expect.poll(() => row.count()).toBe(0);
    await context.close();
  });
});
