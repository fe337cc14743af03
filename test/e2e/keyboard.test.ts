// The whole form with nothing but a keyboard: forward by Tab, and what each kind of field is answered by.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as z from "zod";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import { AttachedFiles } from "#shared/domain/attached-files.ts";
import { formFor } from "#shared/form/levels.ts";
import type { AnyRecord } from "#shared/form/types.ts";
import { completeDraft } from "../support/answers.ts";
import { aPdf } from "../support/documents.ts";
import { attach, checkedFiles } from "./attach.ts";
import { type Focused, focused, isSeen } from "./keyboard.ts";
import { applicants, reviewed, signIn } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const level = "connect";
const { attachments, ...draft } = completeDraft(level);

/** The made-up answer to a field, by its name; what points to a row finds it by the id that the page gave it. */
const answerTo = (answers: AnyRecord, name: string, ids: ReadonlyMap<string, string>): unknown => {
  const found = name
    .replace(/\[\]$/, "")
    .split(".")
    .slice(1)
    .reduce<AnyRecord | undefined>((value, key) => value?.[key], answers);
  const translated = (one: unknown) => ids.get(String(one)) ?? one;
  return Array.isArray(found) ? found.map(translated) : translated(found);
};

const choose = async (page: Page, { type, tag, value, name }: Focused, answer: unknown): Promise<void> => {
  const { keyboard } = page;
  if (type === "checkbox") {
    const wanted = Array.isArray(answer) && answer.includes(value);
    if (wanted) await keyboard.press("Space");
  } else if (type === "radio") {
    if (!answer) return;
    for (let at = value; at !== answer; at = (await focused(page)).value) await keyboard.press("ArrowDown");
    await keyboard.press("Space");
  } else if (tag === "SELECT") {
    const chosen = () => page.locator(`[name="${name}"]`).inputValue();
    while (answer && (await chosen()) !== answer) await keyboard.press("ArrowDown");
  } else if (answer) {
    await keyboard.press("ControlOrMeta+A");
    await keyboard.insertText(String(answer));
  }
};

const rowsIn = (answers: AnyRecord, group: string): readonly AnyRecord[] =>
  Array.isArray(answers[group]) ? answers[group] : [];

/** One section from its first field to the button that goes on. */
const fillIn = async (page: Page, section: string, ids: Map<string, string>): Promise<void> => {
  const answers: AnyRecord = draft[section] ?? {};
  for (let steps = 0; steps < 400; steps += 1) {
    const at = await focused(page);
    expect(await isSeen(page), `${section}: ${at.name || at.said} is off the screen`).toBe(true);
    if (at.name.startsWith("answers.")) await choose(page, at, answerTo(answers, at.name, ids));
    if (at.name === "add") {
      const there = await page.locator(`[name^="answers.${at.value}."][name$=".id"]`).count();
      const row = rowsIn(answers, at.value)[there];
      if (row) {
        await page.keyboard.press("Enter");
        const id = page.locator(`[name="answers.${at.value}.${there}.id"]`);
        await id.waitFor({ state: "attached" });
        ids.set(String(row["id"]), await id.inputValue());
        await page.waitForFunction(
          (name) => document.activeElement?.getAttribute("name")?.startsWith(name),
          `answers.${at.value}.${there}.`,
        );
        continue;
      }
    }
    if (at.name === "next" && at.value === "section") return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error(`${section} never ended`);
};

test("the whole form is filled in, reviewed and sent with nothing but a keyboard", async () => {
  const client = await signIn(running.system.url, applicants[0]);
  const started = await client.ask("POST", "/nb/calls/nic-2024/applications", { level });
  const { id } = z.object({ id: z.string() }).parse(started.json);
  for (const [field, files] of Object.entries(AttachedFiles.parse(attachments)))
    for (const { name } of files) await attach(client, id, { field, name, bytes: aPdf(name) });
  await checkedFiles(client, id);

  const page = await (await running.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(`${running.system.url}/nb/my-page`);
  await page.getByRole("button", { name: applicants[0]?.name ?? "" }).press("Enter");
  await page.waitForURL("**/nb/my-page");
  const sections = Object.keys(formFor(nic2024.application, level).sections);
  const ids = new Map<string, string>();
  await page.goto(`${running.system.url}/nb/applications/${id}/sections/${sections[0]}`);
  for (const [i, section] of sections.entries()) {
    await page.waitForURL(`**/sections/${section}*`);
    await page.locator(`form[data-section="${section}"], [data-field]`).first().waitFor();
    await fillIn(page, section, ids);
    await page.waitForURL(i + 1 < sections.length ? `**/sections/${sections[i + 1]}*` : "**/review");
  }
  expect((await reviewed(client, id)).problems).toEqual([]);
  for (let steps = 0; (await focused(page)).said !== "Send søknaden" && steps < 200; steps += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/receipt");
  expect(await page.locator("main").textContent()).toMatch(/NIC24-\w{4}-\w{4}/);
}, 240_000);
