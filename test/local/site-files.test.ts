import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { addressOf, listen } from "../../local/listening.ts";
import { siteFiles } from "../../local/site-files.ts";
import { readTemplate } from "../../local/template.ts";
import { assemblyOf } from "./hand-made.ts";

const immutable = "public, max-age=31536000, immutable";

const behavior = (PathPattern: string, TargetOriginId: string, rest: object = {}) => ({
  PathPattern,
  TargetOriginId,
  ...rest,
});

const resources = {
  Files: { Type: "AWS::S3::Bucket", Properties: {} },
  Deployer: {
    Type: "AWS::Lambda::Function",
    Properties: { Code: { S3Key: "bundle.zip" }, Handler: "index.handler", Runtime: "python3.13" },
  },
  Deployment: {
    Type: "Custom::CDKBucketDeployment",
    Properties: {
      ServiceToken: { "Fn::GetAtt": ["Deployer", "Arn"] },
      SourceBucketNames: ["assets"],
      SourceObjectKeys: ["bundle.zip"],
      DestinationBucketName: { Ref: "Files" },
      DestinationBucketKeyPrefix: "assets/abc",
      SystemMetadata: { "cache-control": immutable },
    },
  },
  Headers: {
    Type: "AWS::CloudFront::ResponseHeadersPolicy",
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: "headers",
        SecurityHeadersConfig: {
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { Override: true, ReferrerPolicy: "no-referrer" },
          ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "default-src 'none'" },
          StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 1 },
        },
      },
    },
  },
  Distribution: {
    Type: "AWS::CloudFront::Distribution",
    Properties: {
      DistributionConfig: {
        CacheBehaviors: [
          behavior("/assets/pages/*", "pages"),
          behavior("/assets/*", "files", { ResponseHeadersPolicyId: { Ref: "Headers" } }),
          behavior("/?.txt", "files"),
        ],
        Origins: [
          { Id: "pages", DomainName: "pages.example" },
          { Id: "files", DomainName: { "Fn::GetAtt": ["Files", "RegionalDomainName"] } },
        ],
      },
    },
  },
};

const serve = async (): Promise<string> => {
  const assembly = assemblyOf({ Resources: resources });
  const folder = path.join(assembly, "asset.bundle");
  mkdirSync(path.join(folder, "fonts"));
  writeFileSync(path.join(folder, "site.css"), "a{}");
  writeFileSync(path.join(folder, "fonts", "æ ø.woff2"), "font");
  const files = siteFiles(readTemplate(assembly));
  const server = createServer((request, response) => {
    if (!files(request, response)) response.writeHead(299).end("elsewhere");
  });
  await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://${addressOf(server)}`;
};

test("a deployed file is served where the distribution has it, with its type and how long it may be kept", async () => {
  const site = await serve();
  const answer = await fetch(`${site}/assets/abc/site.css?v=1`);
  expect(await answer.text()).toBe("a{}");
  expect(answer.headers.get("content-type")).toBe("text/css");
  expect(answer.headers.get("cache-control")).toBe(immutable);
});

test("files get the headers that the distribution adds, but for the one about TLS", async () => {
  const { headers } = await fetch(`${await serve()}/assets/abc/site.css`);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'");
  expect(headers.has("strict-transport-security")).toBe(false);
});

test("names in folders and beyond ASCII are found", async () => {
  const answer = await fetch(`${await serve()}/assets/abc/fonts/${encodeURIComponent("æ ø")}.woff2`);
  expect(answer.headers.get("content-type")).toBe("font/woff2");
});

test("HEAD tells of a file without it, and who has it is told so", async () => {
  const address = `${await serve()}/assets/abc/site.css`;
  const head = await fetch(address, { method: "HEAD" });
  expect(head.headers.get("content-length")).toBe("3");
  expect(await head.text()).toBe("");
  const etag = head.headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
});

test.each([
  "/assets/abc/none.css",
  "/assets/other/site.css",
  "/assets/abc/fonts",
  "/assets/abc/",
  "/assets/abc/%ff",
  "/a.txt",
])("%s is not there", async (address) => {
  expect((await fetch((await serve()) + address)).status).toBe(404);
});

test("files cannot be written", async () => {
  expect((await fetch(`${await serve()}/assets/abc/site.css`, { method: "PUT", body: "b" })).status).toBe(
    403,
  );
});

test.each(["/", "/nb", "/assets/pages/one", "/ab.txt", "/assets"])("%s goes elsewhere", async (address) => {
  expect((await fetch((await serve()) + address)).status).toBe(299);
});

test.each([
  "/assets/abc/../manifest.json",
  "/assets/abc/..%2fmanifest.json",
  "/assets/abc/%2e%2e/manifest.json",
])("no file outside the folder is served for %s", async (address) => {
  const { hostname, port } = new URL(await serve());
  const socket = connect(Number(port), hostname);
  socket.end(`GET ${address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
  expect(await text(socket)).toMatch(/^HTTP\/1.1 404 /);
});
