import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Table } from "#shared/records/table.ts";
import { knownKeys } from "../../functions/call-pages/known-keys.ts";
import { routes as publicRoutes } from "../../functions/call-pages/routes.ts";
import { routes as submissionRoutes } from "../../functions/submission/routes.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { freshTable } from "../support/dynamodb.ts";
import type { Request, Told } from "../support/http-event.ts";
import { openTestKeys } from "../support/receipt-keys.ts";
import { asking, signedIn } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

const { keysUntil } = await openTestKeys("2024-1", "2025-1");
const folder = mkdtempSync(path.join(tmpdir(), "opptak-verifying-"));

/** The very script that the documentation shows. */
const [, script = ""] = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/verifying.md", "utf8")) ?? [];

let table: Table;
let ask: (request: Request) => Promise<Told>;
const deploy = (newest: "2024-1" | "2025-1") => {
  const keys = keysUntil(newest);
  const findKeys = knownKeys(keys);
  return asking(table, (around) => [
    ...publicRoutes({ ...around, findKeys }),
    ...submissionRoutes({ ...around, keys }),
  ]);
};

/** The service as far as the script sees it. */
let service: Server;
beforeAll(async () => {
  service = createServer(async (request, response) => {
    const { status, headers, bytes } = await ask({ path: request.url ?? "/" });
    response.writeHead(status, { ...headers }).end(bytes);
  });
  await listen(service);
});
afterAll(() => {
  service.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  table = await freshTable();
  ask = deploy("2024-1");
});

const file = async (spoil: (text: string) => string = (text) => text): Promise<string> => {
  const { id, reference } = await keepSubmitted(table, { at: "2024-06-21T13:59:59.123Z" });
  const cookies = [await signedIn(table)];
  const { text } = await ask({ path: `/nb/applications/${id}/receipt.json`, cookies });
  const name = path.join(folder, `${reference}.json`);
  writeFileSync(name, spoil(text));
  return name;
};

/** What the script says, run where `jose` is installed. */
const told = (name: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = ["--input-type=module", "-", name, `http://${addressOf(service)}`];
    const child = execFile(process.execPath, options, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    );
    child.stdin?.end(script);
  });

test("the script in the documentation says of our receipt that it is ours, with the answers we received", async () => {
  const said = await told(await file());
  expect(said).toContain("Ours and unchanged, signed with 2024-1:");
  expect(said).toContain("2024-06-21T15:59:59.123+02:00[Europe/Oslo]");
  expect(said).toContain("The answers are those we received.");
});

test("it says so of one signed with an old key, after there is a new one", async () => {
  const old = await file();
  ask = deploy("2025-1");
  expect(await told(old)).toContain("Ours and unchanged, signed with 2024-1:");
  expect(await told(await file())).toContain("Ours and unchanged, signed with 2025-1:");
});

test("it sees one changed answer", async () => {
  const said = await told(await file((text) => text.replace("Eksempelklyngen SA", "Eksempelklyngen sA")));
  expect(said).toContain("The answers are NOT those we received.");
});

test("it sees one changed character of what was signed", async () => {
  const spoil = (text: string) =>
    text.replace(/"jws": "(.+?)\.(.+?)\./, (_, header: string, payload: string) => {
      const earlier = Buffer.from(payload, "base64url").toString().replace("59.123", "58.123");
      return `"jws": "${header}.${Buffer.from(earlier).toString("base64url")}.`;
    });
  expect(await told(await file(spoil))).toBe("Changed since it was signed.\n");
});

test("it does not know another's key", async () => {
  const spoil = (text: string) =>
    text.replace(/"jws": "(.+?)\./, () => {
      const header = Buffer.from('{"alg":"ES256","kid":"1999-1"}').toString("base64url");
      return `"jws": "${header}.`;
    });
  expect(await told(await file(spoil))).toBe("Signed with a key that is not ours.\n");
});

test("it cannot say anything of what is not signed", async () => {
  expect(await told(await file((text) => text.replace('"jws"', '"none"')))).toContain("Cannot be verified: ");
});
