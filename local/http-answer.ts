import type { ServerResponse } from "node:http";
import * as z from "zod";
import { isRecord } from "./intrinsics.ts";

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What a function may answer an HTTP API, payload format 2.0. */
const Answer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});
export type Answer = z.infer<typeof Answer>;

/**
 * The answer in a function's payload; undefined when API Gateway would not understand it. An answer without
 * `statusCode` is itself the body of a 200.
 */
export const readAnswer = (payload: string): Answer | undefined => {
  const value: unknown = JSON.parse(payload);
  if (isRecord(value) && "statusCode" in value) return Answer.safeParse(value).data;
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body };
};

export const sendAnswer = (response: ServerResponse, answer: Answer): void => {
  const body = Buffer.from(answer.body ?? "", answer.isBase64Encoded ? "base64" : "utf8");
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.cookies?.length) response.setHeader("set-cookie", answer.cookies);
  if (body.length > 0 && !response.hasHeader("content-type"))
    response.setHeader("content-type", "text/plain;charset=UTF-8");
  response.writeHead(answer.statusCode).end(body);
};

/** API Gateway's own answer, when no function has one. */
export const sendMessage = (response: ServerResponse, statusCode: number, message: string): void => {
  response.writeHead(statusCode, { "content-type": "application/json" }).end(JSON.stringify({ message }));
};
