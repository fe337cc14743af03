// What the staff's lists cost with few and with many records: node bench/lists.ts registrations 1000 100000
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { startDynamoDbLocal } from "../local/dynamodb-local.ts";

const outfile = fileURLToPath(new URL("../build/bench/lists.mjs", import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL("lists-measured.ts", import.meta.url))],
  ...{ outfile, bundle: true, packages: "external", platform: "node", format: "esm" },
  ...{ jsx: "automatic", jsxImportSource: "hono/jsx" },
});
const database = await startDynamoDbLocal();
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
});
await import(pathToFileURL(outfile).href);
await database.stop();
process.exit(0);
