import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { credentialsOf } from "../../local/permissions.ts";
import { type Runtime, startRuntime } from "../../local/runtime.ts";
import { eicar } from "../../local/scans/finding.ts";
import { roleFor, smallService } from "./small-service.ts";

const onFiles = [{ "Fn::Join": ["", [{ "Fn::GetAtt": ["Files", "Arn"] }, "/drafts/*"]] }];

const withFiles = {
  Files: {
    Type: "AWS::S3::Bucket",
    Properties: {
      VersioningConfiguration: { Status: "Enabled" },
      ObjectLockEnabled: true,
      CorsConfiguration: {
        CorsRules: [{ AllowedOrigins: [{ Ref: "SiteUrl" }], AllowedMethods: ["POST", "GET"] }],
      },
    },
  },
  Puts: roleFor(["s3:PutObject"], onFiles),
  Scans: roleFor(["s3:GetObject", "s3:GetObjectVersion"], onFiles),
  Plan: {
    Type: "AWS::GuardDuty::MalwareProtectionPlan",
    Properties: {
      Role: { "Fn::GetAtt": ["Scans", "Arn"] },
      ProtectedResource: { S3Bucket: { BucketName: { Ref: "Files" }, ObjectPrefixes: ["drafts/"] } },
    },
  },
  Rule: {
    Type: "AWS::Events::Rule",
    Properties: {
      EventPattern: { detail: { s3ObjectDetails: { bucketName: [{ Ref: "Files" }] } } },
      Targets: [{ Id: "Target0", Arn: { "Fn::GetAtt": ["Hear", "Arn"] } }],
    },
  },
  Hear: {
    Type: "AWS::Lambda::Function",
    Properties: {
      Description: "functions/hear",
      Code: { S3Bucket: "assets", S3Key: "bundle.zip" },
      Handler: "index.hear",
      Runtime: "nodejs24.x",
      Timeout: 10,
      Role: { "Fn::GetAtt": ["Puts", "Arn"] },
      Environment: {
        Variables: {
          FILES_BUCKET: { Ref: "Files" },
          FILES_ORIGIN: { "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["Files", "RegionalDomainName"] }]] },
        },
      },
    },
  },
};

const assembly = mkdtempSync(path.join(tmpdir(), "opptak-"));
const lines: string[] = [];
let runtime: Runtime;
beforeAll(async () => {
  smallService(assembly, withFiles);
  runtime = await startRuntime({ port: 0, assembly, log: (line) => lines.push(line) });
}, 60_000);
afterAll(async () => {
  await runtime.stop();
  rmSync(assembly, { recursive: true });
});

const Settings = z.object({
  FILES_BUCKET: z.string(),
  FILES_ORIGIN: z.string(),
  AWS_ENDPOINT_URL_S3: z.string(),
});
const settings = async () =>
  Settings.parse(JSON.parse((await runtime.invoke("hear", { say: "settings" })).payload));

const put = async (Body: string) => {
  const { FILES_BUCKET: Bucket, AWS_ENDPOINT_URL_S3: endpoint } = await settings();
  const client = new S3Client({ region: "eu-north-1", endpoint, credentials: credentialsOf("Hear") });
  await client.send(new PutObjectCommand({ Bucket, Key: "drafts/1/a.pdf", Body }));
  client.destroy();
};

const post = (address: string, fields: object): Promise<Response> =>
  fetch(`${runtime.url}${address}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });

test("functions are told where the files are: an origin of its own on this machine", async () => {
  const { FILES_ORIGIN, AWS_ENDPOINT_URL_S3 } = await settings();
  expect(FILES_ORIGIN).toBe(AWS_ENDPOINT_URL_S3);
  expect(FILES_ORIGIN).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(FILES_ORIGIN).not.toBe(runtime.url);
});

test("a file with the text that stands for a virus is told of at the function", async () => {
  await put(eicar);
  await runtime.settled();
  await vi.waitFor(() => expect(lines.join("\n")).toMatch(/hear \| .*heard of THREATS_FOUND/));
});

test("scans wait while they are told to, and then the function hears of them", async () => {
  expect(await (await post("/local/scans", { wait: true })).json()).toEqual({ wait: true });
  await put("clean");
  await runtime.settled();
  const files = await (await fetch(`${runtime.url}/local/files`)).json();
  expect(files).toMatchObject([{ scanResult: "THREATS_FOUND" }, { key: "drafts/1/a.pdf", size: 5 }]);
  expect(lines.join("\n")).not.toContain("heard of NO_THREATS_FOUND");
  const page = await fetch(`${runtime.url}/local/files`, { headers: { accept: "text/html" } });
  expect(await page.text()).toContain("Scans wait just now.");
  await post("/local/scans", { wait: false });
  await runtime.settled();
  await vi.waitFor(() => expect(lines.join("\n")).toContain("heard of NO_THREATS_FOUND"));
});
