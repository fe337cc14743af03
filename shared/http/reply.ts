import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** Something that becomes HTML as text; what the pages under web/ are made of. */
export interface Page {
  toString(): string;
}

/** What a program is told. */
export interface Told {
  readonly status?: number;
  readonly json: () => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** What a room answers. The same facts as a page and as JSON; which of them leaves is up to who asked. */
export interface Reply extends Told {
  readonly page: () => Page;
}

/** Sends a browser on (303) and tells a program where the new thing is. */
export interface Redirect {
  readonly to: string;
  /** Status and body for a program; without them it is redirected too. */
  readonly json?: { readonly status: number; readonly body: unknown };
  readonly cookies?: readonly string[];
}

/** Bytes as they are: with a name, a file to keep. */
export interface File {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `also` is one more place that forms and scripts may send to. */
const contentSecurityPolicy = (also?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", also].filter(Boolean).join(" "),
    ["form-action 'self'", also].filter(Boolean).join(" "),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy(),
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** The same answer, from whose pages files may be sent to this origin. */
export const allowingFiles = (
  answer: APIGatewayProxyStructuredResultV2,
  origin: string,
): APIGatewayProxyStructuredResultV2 => ({
  ...answer,
  headers: { ...answer.headers, "content-security-policy": contentSecurityPolicy(origin) },
});

const respond = (
  status: number,
  type: string,
  body: string,
  { headers, cookies }: Pick<Reply, "headers" | "cookies"> = {},
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    ...securityHeaders,
    "cache-control": "no-store",
    vary: "accept",
    "content-type": type,
    ...headers,
  },
  ...(cookies && { cookies: [...cookies] }),
  body,
});

export const htmlResponse = (status: number, html: string, more?: Pick<Reply, "headers" | "cookies">) =>
  respond(status, "text/html; charset=utf-8", html, more);

export const jsonResponse = (
  status: number,
  value: unknown,
  type = "application/json",
  more?: Pick<Reply, "headers" | "cookies">,
) => respond(status, type, JSON.stringify(value), more);

export const seeOther = (to: string, cookies?: readonly string[]): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 303,
  headers: { ...securityHeaders, "cache-control": "no-store", location: to },
  ...(cookies && { cookies: [...cookies] }),
});

export const fileResponse = ({ bytes, type, name, headers }: File): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    ...securityHeaders,
    "cache-control": "no-store",
    "content-type": type,
    ...(name && { "content-disposition": `attachment; filename="${name}"` }),
    ...headers,
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString("base64"),
});
