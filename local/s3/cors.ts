import type { IncomingMessage, ServerResponse } from "node:http";
import type { BucketDefinition } from "./buckets.ts";

type Rule = BucketDefinition["cors"][number];

const fits = (patterns: readonly string[], text: string): boolean =>
  patterns.some((pattern) => {
    const [start = "", end] = pattern.toLowerCase().split("*");
    const asked = text.toLowerCase();
    return end === undefined ? asked === start : asked.startsWith(start) && asked.endsWith(end);
  });

const ruleFor = (rules: readonly Rule[], origin: string, method: string, headers: readonly string[]) =>
  rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      fits(AllowedOrigins, origin) &&
      AllowedMethods.includes(method) &&
      headers.every((header) => fits(AllowedHeaders, header)),
  );

const listIn = (header: string | undefined): readonly string[] =>
  (header ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Lets scripts of the pages that the bucket's rules name read the answer, and answers a browser that asks beforehand. */
export const followCors = (
  request: IncomingMessage,
  response: ServerResponse,
  rules: readonly Rule[],
): "answered" | "go on" => {
  const { origin } = request.headers;
  const isAsking = request.method === "OPTIONS";
  const method = isAsking ? request.headers["access-control-request-method"] : request.method;
  const headers = listIn(request.headers["access-control-request-headers"]);
  const rule = origin && method ? ruleFor(rules, origin, method, isAsking ? headers : []) : undefined;
  if (rule && origin) {
    response.setHeader("access-control-allow-origin", origin);
    response.setHeader("vary", "Origin");
    if (rule.ExposedHeaders.length > 0)
      response.setHeader("access-control-expose-headers", rule.ExposedHeaders.join(", "));
  }
  if (!isAsking) return "go on";
  if (rule) {
    response.setHeader("access-control-allow-methods", rule.AllowedMethods.join(", "));
    if (headers.length > 0) response.setHeader("access-control-allow-headers", headers.join(", "));
  }
  response.writeHead(rule ? 200 : 403).end();
  return "answered";
};
