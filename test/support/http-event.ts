import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";

export interface Request {
  readonly method?: string;
  /** Path with query. */
  readonly path: string;
  /** What API Gateway calls it. */
  readonly requestId?: string;
  /** When API Gateway received it: ISO 8601. */
  readonly at?: string;
  /** A form's names and values, as a browser posts them; given as `json`, a program's request. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** A form with files, as a browser posts it. */
  readonly parts?: readonly Part[];
  readonly cookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The client whose token the gateway let through. */
  readonly machine?: string;
}

export interface Part {
  readonly name: string;
  readonly value: string | Uint8Array;
  /** What a file is called; empty when none was chosen. */
  readonly filename?: string;
}

const boundary = "----opptak-test";
const multipart = (parts: readonly Part[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, value, filename }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? "" : `; filename="${filename}"\r\ncontent-type: application/octet-stream`}\r\n\r\n`,
      ),
      Buffer.from(value),
      Buffer.from("\r\n"),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

const bodyOf = ({ form, json, parts }: Request) => {
  if (parts) return multipart(parts).toString("base64");
  if (form) return Buffer.from(String(new URLSearchParams({ ...form }))).toString("base64");
  return json === undefined ? undefined : JSON.stringify(json);
};

const typeOf = ({ form, json, parts }: Request) => {
  if (parts) return { "content-type": `multipart/form-data; boundary=${boundary}` };
  if (form) return { "content-type": "application/x-www-form-urlencoded" };
  return json === undefined ? {} : { "content-type": "application/json" };
};

/** A request as an HTTP API hands it to a function (payload format 2.0). It asks for a page unless it says or sends JSON. */
export const anHttpEvent = (request: Request): APIGatewayProxyEventV2 => {
  const { method = "GET", path, at = "2024-04-15T07:00:00.000Z", form, json, cookies, headers } = request;
  const [rawPath = "/", rawQueryString = ""] = path.split("?", 2);
  const body = bodyOf(request);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookies && { cookies: [...cookies] }),
    headers: {
      accept: json === undefined ? "text/html" : "application/json",
      ...typeOf(request),
      ...headers,
    },
    ...(rawQueryString && { queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)) }),
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      domainName: "opptak.example",
      domainPrefix: "opptak",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
      requestId: request.requestId ?? "request-1",
      routeKey: "$default",
      stage: "$default",
      time: "15/Apr/2024:07:00:00 +0000",
      timeEpoch: Date.parse(at),
      ...(request.machine && {
        authorizer: { jwt: { claims: { client_id: request.machine }, scopes: null } },
      }),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: form !== undefined || request.parts !== undefined,
  };
};

/** What a function's environment tells it; none of the product's code asks. */
export const aContext = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: "function",
  functionVersion: "1",
  invokedFunctionArn: "arn:aws:lambda:eu-north-1:000000000000:function:function",
  memoryLimitInMB: "512",
  awsRequestId: "request-1",
  logGroupName: "function",
  logStreamName: "stream",
  getRemainingTimeInMillis: () => 20_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
} satisfies Context;

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
  readonly json: unknown;
  /** As a browser would send them back. */
  readonly cookies: readonly string[];
}

/** An answer as its receiver reads it. */
export const read = (answer: APIGatewayProxyStructuredResultV2): Told => {
  const bytes = Buffer.from(answer.body ?? "", answer.isBase64Encoded ? "base64" : "utf8");
  const headers = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const text = bytes.toString("utf8");
  const isJson = /json(?!l)/.test(headers["content-type"] ?? "");
  return {
    status: answer.statusCode ?? 0,
    headers,
    bytes,
    text,
    json: isJson ? JSON.parse(text) : undefined,
    cookies: (answer.cookies ?? []).map((one) => one.split(";")[0] ?? ""),
  };
};
