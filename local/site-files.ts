import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import * as z from "zod";
import { behaviorsIn, type FileBehavior } from "./distribution.ts";
import type { Template } from "./template.ts";

/** Answers a request for a file; false when the distribution sends such a request elsewhere. */
export type SiteFiles = (request: IncomingMessage, response: ServerResponse) => boolean;

interface DeployedFolder {
  readonly bucket: string;
  readonly prefix: string;
  readonly folder: string;
  readonly headers: Readonly<Record<string, string>>;
}

const Deployment = z.object({
  DestinationBucketName: z.string(),
  DestinationBucketKeyPrefix: z.string().default(""),
  SourceObjectKeys: z.array(z.string()),
  SystemMetadata: z.record(z.string(), z.string()).default({}),
});

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const deployedFolders = (template: Template): readonly DeployedFolder[] =>
  template.resources("Custom::CDKBucketDeployment").flatMap(({ properties }) => {
    const deployment = Deployment.parse(properties);
    return deployment.SourceObjectKeys.map((key) => ({
      bucket: deployment.DestinationBucketName,
      prefix: deployment.DestinationBucketKeyPrefix.replace(/\/?$/, "/").replace(/^\//, ""),
      folder: template.asset(key),
      headers: deployment.SystemMetadata,
    }));
  });

/** The file of a folder that a key names, and never one outside of it. */
const fileIn = ({ folder, prefix }: DeployedFolder, key: string): string | undefined => {
  if (!key.startsWith(prefix) || key.split("/").includes("..")) return undefined;
  const file = path.join(folder, key.slice(prefix.length));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
};

const decoded = (address: string): string | undefined => {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
};

/** Serves the deployed folders where the distribution says, as CloudFront does from the bucket. */
export const siteFiles = (template: Template): SiteFiles => {
  const behaviorFor = behaviorsIn(template);
  const folders = deployedFolders(template);

  const find = ({ bucket }: FileBehavior, key: string) => {
    for (const deployed of folders.filter((one) => one.bucket === bucket)) {
      const file = fileIn(deployed, key);
      if (file !== undefined) return { file, headers: deployed.headers };
    }
    return undefined;
  };

  const send = (request: IncomingMessage, response: ServerResponse, behavior: FileBehavior, key: string) => {
    const found = find(behavior, key);
    if (!found)
      return response.writeHead(404, { "content-type": "text/plain", ...behavior.headers }).end("Not found");
    const content = readFileSync(found.file);
    const etag = `"${createHash("md5").update(content).digest("hex")}"`;
    const headers = { ...found.headers, ...behavior.headers, etag };
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, headers).end();
    const type = contentTypes[path.extname(found.file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": content.length, ...headers });
    return response.end(request.method === "HEAD" ? undefined : content);
  };

  return (request, response) => {
    const [address = ""] = (request.url ?? "/").split("?");
    const behavior = behaviorFor(address);
    if (!behavior) return false;
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead) send(request, response, behavior, decoded(address)?.slice(1) ?? "");
    else response.writeHead(403, { "content-type": "text/plain" }).end("Only GET and HEAD");
    return true;
  };
};
