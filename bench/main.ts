// What this machine does in one run: npm run bench. Nothing here is asserted.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { startRuntime } from "../local/runtime.ts";
import { client, filledIn, reviewed, signIn } from "../test/e2e/road.ts";
import { measureLargest } from "./largest.ts";
import { measure } from "./measure.ts";

const importTime = (file: string): Promise<string> =>
  new Promise((done) => {
    const code = `const t=performance.now();try{await import(${JSON.stringify(`file://${file}`)})}catch{};console.log((performance.now()-t).toFixed(0))`;
    const environment = {
      ...process.env,
      TABLE_NAME: "t",
      SITE_URL: "http://127.0.0.1:1",
      ASSETS_PATH: "/a",
      OIDC_ISSUER: "http://127.0.0.1:1",
      OIDC_CLIENT_ID: "c",
      OIDC_GROUPS_CLAIM: "g",
      MAIL_FROM: "a",
      MAIL_REPLY_TO: "a",
      SES_CONFIGURATION_SET: "a",
      AWS_REGION: "eu-north-1",
    };
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env: environment });
    let out = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.on("exit", () => done(out.trim()));
  });

const begun = performance.now();
const system = await startRuntime({ port: 0, log: () => {} });
console.log(`ready after ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);

const counts = [1, 8, 32];
const visitor = client(system.url);
for (const n of counts)
  await measure("call page", n, async () => (await visitor.page("/nb/calls/nic-2024")).status);

const applicant = await signIn(system.url);
const drafts = await Promise.all(Array.from({ length: 32 }, () => filledIn(applicant, "connect")));
const revisions = drafts.map(() => 1);
for (const n of counts)
  await measure("autosave", n, async (i) => {
    const revision = revisions[i] ?? 0;
    const answers = { linking: `Tekst ${revision}`, businessModel: "Kontingent" };
    const told = await applicant.ask("PUT", `/nb/applications/${drafts[i]}/sections/connect`, {
      revision,
      answers,
    });
    if (told.status === 200) revisions[i] = revision + 1;
    return told.status;
  });

for (const n of counts)
  await measure("whole submission", n, async () => {
    const id = await filledIn(applicant, "connect");
    const { sending } = await reviewed(applicant, id);
    return (await applicant.ask("POST", `/nb/applications/${id}/submission`, sending)).status;
  });
await measureLargest(system.url, applicant);
await system.stop();

console.log("\nfunction               bundle kB   gzip kB   import ms");
for (const name of readdirSync("build/functions")) {
  const file = `${process.cwd()}/build/functions/${name}/index.mjs`;
  const bytes = readFileSync(file);
  const sizes = [bytes.length, gzipSync(bytes).length].map((size) => (size / 1000).toFixed(0).padStart(9));
  console.log(`${name.padEnd(22)} ${sizes.join(" ")} ${(await importTime(file)).padStart(11)}`);
}
process.exit(0);
