import { compactVerify, createRemoteJWKSet } from "jose";
import { expect, test } from "vitest";
import * as z from "zod";
import { filledIn, reviewed, signIn } from "./road.ts";
import { withBrowser } from "./with-browser.ts";

const running = withBrowser();

const File = z.looseObject({ jws: z.string(), receipt: z.record(z.string(), z.unknown()) });

/** What the page says to whoever pastes this. */
const said = async (shown: string) => {
  const page = await running.browser.newPage();
  await page.goto(`${running.system.url}/nb/verify`);
  await page.locator('textarea[name="receipt"]').fill(shown);
  await page.locator("form.form button").click();
  const words = await page.locator("#verdict-title").textContent();
  await page.close();
  return words;
};

/** The text with the one character that comes right after another text changed. */
const changedAfter = (text: string, before: string): string => {
  const at = text.indexOf(before) + before.length;
  return `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
};

test("a receipt is verified by its file alone, in a program and by pasting it, and one changed character is told of", {
  timeout: 240_000,
}, async () => {
  const { url } = running.system;
  const one = await signIn(url);
  const id = await filledIn(one, "connect");
  const sent = await one.ask("POST", `/nb/applications/${id}/submission`, (await reviewed(one, id)).sending);
  expect(sent.status).toBe(201);
  const { text, headers } = await one.page(`/nb/applications/${id}/receipt.json`);
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="NIC24-/);
  const { jws, receipt } = File.parse(JSON.parse(text));

  const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", url));
  const { payload } = await compactVerify(jws, keys, { algorithms: ["ES256"] });
  const { reference, digest } = z.object({ reference: z.string(), digest: z.string() }).parse(sent.json);
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(receipt);
  expect(receipt).toMatchObject({ application: id, reference, digest, number: 1 });

  expect(await said(text)).toBe("Kvitteringen er vår, og den er uendret");
  const [header = "", signed = ""] = jws.split(".");
  const notSo = "Dette er ikke slik vi skrev under på det";
  for (const before of [`${header}.`, `${header}.${signed}.`])
    expect(await said(changedAfter(text, before))).toContain(notSo);
  expect(await said(changedAfter(text, '"organisation": "'))).not.toBe(
    "Kvitteringen er vår, og den er uendret",
  );
  await expect(compactVerify(changedAfter(jws, `${header}.${signed}.`), keys)).rejects.toThrow();
});
