import { createServer, request } from "node:http";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { httpApi } from "../../local/http-api.ts";
import type { Invocation } from "../../local/lambda.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { bySpecificity, matchRoute, readRouteKey } from "../../local/route-match.ts";
import { templateOf } from "./hand-made.ts";

const Event = z.looseObject({ routeKey: z.string() });
type Event = z.infer<typeof Event>;

const functionArn = "arn:aws:lambda:eu-north-1:000000000000:function:pages";
const deadline = Date.parse("2024-06-21T14:00:00.000Z");

const api = { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "HTTP", Name: "pages" } };
const integration = (rest: object = {}) => ({
  Type: "AWS::ApiGatewayV2::Integration",
  Properties: {
    ApiId: { Ref: "Api" },
    IntegrationType: "AWS_PROXY",
    IntegrationUri: functionArn,
    PayloadFormatVersion: "2.0",
    ...rest,
  },
});
const route = (RouteKey: string, rest: object = {}) => ({
  Type: "AWS::ApiGatewayV2::Route",
  Properties: {
    ApiId: { Ref: "Api" },
    RouteKey,
    Target: { "Fn::Join": ["", ["integrations/", { Ref: "Pages" }]] },
    AuthorizationType: "NONE",
    ...rest,
  },
});

const stage = {
  Type: "AWS::ApiGatewayV2::Stage",
  Properties: { StageName: "$default", DefaultRouteSettings: { ThrottlingRateLimit: 10 } },
};

const withRoutes = (keys: readonly string[], rest: object = {}) => ({
  Api: api,
  Stage: stage,
  Pages: integration(rest),
  ...Object.fromEntries(keys.map((key, place) => [`Route${place}`, route(key)])),
});

const answered = (value: unknown): Invocation => ({
  payload: JSON.stringify(value),
  requestId: "1",
  cold: false,
});

/** An API on a port of its own, whose function answers as given; keeps the events it got. */
const serve = async (
  answer: unknown | ((event: Event) => Promise<Invocation>) = { statusCode: 200, body: "well" },
  keys: readonly string[] = ["$default", "GET /{lang}/calls/{call}"],
  rest: object = {},
) => {
  const events: Event[] = [];
  const order: string[] = [];
  const listener = httpApi({
    template: templateOf({ Resources: withRoutes(keys, rest) }),
    invoke: (arn, event) => {
      expect(arn).toBe(functionArn);
      const heard = Event.parse(event);
      events.push(heard);
      order.push("invoked");
      return typeof answer === "function" ? answer(heard) : Promise.resolve(answered(answer));
    },
    stamp: () => {
      order.push("stamped");
      return deadline;
    },
  });
  const server = createServer((asked, response) => void listener(asked, response));
  await listen(server);
  onTestFinished(() => server.close().closeAllConnections());
  const address = addressOf(server);
  return {
    events,
    order,
    address,
    get: (path: string, init?: RequestInit) => fetch(`http://${address}${path}`, init),
  };
};

describe("a route", () => {
  const find = (keys: readonly string[], method: string, path: string) => {
    const match = matchRoute(bySpecificity(keys.map(readRouteKey)), method, path);
    return match && [match.route.key, match.parameters];
  };
  const keys = [
    "$default",
    "ANY /{proxy+}",
    "GET /staff/{rest+}",
    "GET /{lang}/calls/{call}",
    "GET /{lang}/calls/open",
    "POST /{lang}/calls/{call}",
    "ANY /{lang}",
    "PATCH /{lang}",
    "GET /",
  ];

  test.each([
    ["GET", "/", "GET /", {}],
    ["GET", "/nb", "ANY /{lang}", { lang: "nb" }],
    ["DELETE", "/nb", "ANY /{lang}", { lang: "nb" }],
    ["PATCH", "/nb", "PATCH /{lang}", { lang: "nb" }],
    ["GET", "/nb/calls/nic-2024", "GET /{lang}/calls/{call}", { lang: "nb", call: "nic-2024" }],
    ["POST", "/nb/calls/nic-2024", "POST /{lang}/calls/{call}", { lang: "nb", call: "nic-2024" }],
    ["GET", "/nb/calls/open", "GET /{lang}/calls/open", { lang: "nb" }],
    ["GET", "/staff/a/b/c", "GET /staff/{rest+}", { rest: "a/b/c" }],
    ["PUT", "/staff/a", "ANY /{proxy+}", { proxy: "staff/a" }],
    ["POST", "/", "$default", {}],
    ["GET", "/nb/calls/", "ANY /{proxy+}", { proxy: "nb/calls/" }],
    ["GET", "/nb/calls/%C3%A6%2Fb", "GET /{lang}/calls/{call}", { lang: "nb", call: "æ/b" }],
  ])("%s %s is for %s", (method, path, key, parameters) => {
    expect(find(keys, method, path)).toEqual([key, parameters]);
  });

  test("is none when nothing fits", () => {
    expect(find(["GET /health"], "GET", "/healthy")).toBeUndefined();
    expect(find(["GET /health"], "POST", "/health")).toBeUndefined();
    expect(find(["GET /{a}/{b}"], "GET", "/x/")).toBeUndefined();
    expect(find(["GET /{a}"], "GET", "/x/y")).toBeUndefined();
  });

  test("does not depend on the order in which the template has them", () => {
    const shuffled = fc.shuffledSubarray(keys, { minLength: keys.length });
    fc.assert(
      fc.property(
        shuffled,
        fc.constantFrom("/", "/nb", "/nb/calls/open", "/staff/x", "/a/b/c"),
        (order, path) => {
          expect(find(order, "GET", path)).toEqual(find(keys, "GET", path));
        },
      ),
    );
  });

  test.each(["GET", "GET health", "GET /{all+}/more"])("with the key %s is refused", (key) => {
    expect(() => readRouteKey(key)).toThrow(key);
  });
});

describe("the event of a request", () => {
  test("is what API Gateway makes of it", async () => {
    const { events, get, address } = await serve();
    await get("/nb/calls/nic%202024?a=1&b=%C3%A6+%2B&a=2&c", {
      headers: { cookie: "one=1; two=2=2", "x-tried": "yes", "user-agent": "tester" },
    });
    expect(events[0]).toEqual({
      version: "2.0",
      routeKey: "GET /{lang}/calls/{call}",
      rawPath: "/nb/calls/nic 2024",
      rawQueryString: "a=1&b=%C3%A6+%2B&a=2&c",
      cookies: ["one=1", "two=2=2"],
      headers: expect.objectContaining({
        "content-length": "0",
        host: address,
        "user-agent": "tester",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-port": address.split(":")[1],
        "x-forwarded-proto": "http",
        "x-tried": "yes",
      }),
      queryStringParameters: { a: "1,2", b: "æ +", c: "" },
      requestContext: {
        accountId: "000000000000",
        apiId: "Intake-Api",
        domainName: address,
        domainPrefix: "127",
        http: {
          method: "GET",
          path: "/nb/calls/nic 2024",
          protocol: "HTTP/1.1",
          sourceIp: "127.0.0.1",
          userAgent: "tester",
        },
        requestId: expect.stringMatching(/^.{15}=$/),
        routeKey: "GET /{lang}/calls/{call}",
        stage: "$default",
        time: "21/Jun/2024:14:00:00 +0000",
        timeEpoch: deadline,
      },
      pathParameters: { lang: "nb", call: "nic 2024" },
      isBase64Encoded: false,
    });
  });

  test("leaves out what the request does not have", async () => {
    const { events, get } = await serve();
    await get("/");
    for (const name of ["cookies", "queryStringParameters", "pathParameters", "body", "stageVariables"])
      expect(events[0]).not.toHaveProperty(name);
    expect(events[0]).toMatchObject({ routeKey: "$default", rawQueryString: "", isBase64Encoded: false });
  });

  test("joins a header that is sent twice, and leaves cookies and the connection out of the headers", async () => {
    const { events, address } = await serve();
    const asked = request({
      host: "127.0.0.1",
      port: address.split(":")[1],
      headers: { "X-Many": ["a", "b"], Cookie: ["a=1", "b=2"], "X-Forwarded-For": "192.0.2.1" },
    });
    const done = Promise.withResolvers<void>();
    asked.on("response", (response) => response.resume().on("end", done.resolve)).end();
    await done.promise;
    expect(events[0]).toMatchObject({
      headers: { "x-many": "a,b", "x-forwarded-for": "192.0.2.1, 127.0.0.1" },
      cookies: ["a=1", "b=2"],
    });
    expect(events[0]?.["headers"]).not.toHaveProperty("cookie");
    expect(events[0]?.["headers"]).not.toHaveProperty("connection");
  });

  test.each([
    ["application/json", false],
    ["application/json; charset=utf-8", false],
    ["Application/XML", false],
    ["application/javascript", false],
    ["text/plain;charset=UTF-8", false],
    ["application/x-www-form-urlencoded", true],
    ["application/problem+json", true],
    ["application/jsonlines", true],
    ["multipart/form-data; boundary=x", true],
    ["", true],
  ])("has a body of type «%s» in base64: %s", async (type, isBase64Encoded) => {
    const { events, get } = await serve();
    await get("/", { method: "POST", body: Buffer.from("blåbær"), headers: { "content-type": type } });
    const body = isBase64Encoded ? Buffer.from("blåbær").toString("base64") : "blåbær";
    expect(events[0]).toMatchObject({ body, isBase64Encoded });
  });

  test("has the path as it was sent, double slashes, dots and all", async () => {
    const { events, address } = await serve();
    const socket = connect(Number(address.split(":")[1]), "127.0.0.1");
    socket.end("GET //evil.example/../x?y=//z HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    await buffer(socket);
    expect(events[0]).toMatchObject({ rawPath: "//evil.example/../x", rawQueryString: "y=//z" });
  });

  test("is stamped when the request's head has arrived, however late its body", async () => {
    const { address, order } = await serve();
    const socket = connect(Number(address.split(":")[1]), "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\na");
    await expect.poll(() => order).toEqual(["stamped"]);
    socket.end("bc");
    await buffer(socket);
    expect(order).toEqual(["stamped", "invoked"]);
  });
});

describe("the answer to a request", () => {
  test("has the function's status, headers, cookies and body", async () => {
    const { get } = await serve({
      statusCode: 303,
      headers: { location: "/nb", "x-number": 3 },
      cookies: ["a=1; HttpOnly", "b=2"],
      body: "gå videre",
    });
    const response = await get("/", { redirect: "manual" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/nb");
    expect(response.headers.get("x-number")).toBe("3");
    expect(response.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect(response.headers.get("content-type")).toBe("text/plain;charset=UTF-8");
    expect(response.headers.get("apigw-requestid")).toMatch(/=$/);
    expect(await response.text()).toBe("gå videre");
  });

  test("is bytes when the function says base64", async () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    const { get } = await serve({
      statusCode: 200,
      headers: { "content-type": "image/png" },
      body: bytes.toString("base64"),
      isBase64Encoded: true,
    });
    const response = await get("/");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    [{ hei: 1 }, '{"hei":1}'],
    ["hei", "hei"],
    [null, "null"],
  ])("without a status, %j, is the body of a 200", async (value, body) => {
    const response = await (await serve(value)).get("/");
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "application/json",
      body,
    ]);
  });

  test.each<[string, unknown]>([
    ["a body that is no text", { statusCode: 200, body: { a: 1 } }],
    ["a status that is none", { statusCode: "soon" }],
    ["a status beyond what there is", { statusCode: 900 }],
    ["headers that are lists", { statusCode: 200, headers: { a: ["b"] } }],
  ])("is 500 when the function answers with %s", async (_, value) => {
    const response = await (await serve(value)).get("/");
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "Internal Server Error" });
  });

  test("is 500 when the function fails, and says nothing of how", async () => {
    const failed = async () => ({
      ...answered({ errorMessage: "secret" }),
      functionError: "Unhandled" as const,
    });
    const response = await (await serve(failed)).get("/");
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  test("is 500 when there is no runtime to ask", async () => {
    const response = await (await serve(() => Promise.reject(new Error("broken")))).get("/");
    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  test("is 503 when the function takes longer than the integration's limit", async () => {
    const { get } = await serve(() => new Promise(() => undefined), ["$default"], { TimeoutInMillis: 50 });
    const response = await get("/");
    expect([response.status, await response.text()]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  test("is 404 when there is no route", async () => {
    const response = await (await serve({}, ["GET /health"])).get("/elsewhere");
    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}']);
  });

  test("is 400 when the path is not encoded as it should be", async () => {
    const { get, events } = await serve();
    expect((await get("/nb/calls/%E0%A4%A")).status).toBe(400);
    expect(events).toEqual([]);
  });

  test("is 413 for a body over 10 MB, and not for one of 10 MB", async () => {
    const { get, events } = await serve();
    const post = (length: number) => get("/", { method: "POST", body: Buffer.alloc(length) });
    expect((await post(10_485_760)).status).toBe(200);
    expect((await post(10_485_761)).status).toBe(413);
    expect(events).toHaveLength(1);
  });

  test("is 413 when the event is more than Lambda takes", async () => {
    const tooLarge = () =>
      Promise.reject(Object.assign(new Error("6 MB"), { name: "RequestTooLargeException" }));
    expect((await (await serve(tooLarge)).get("/")).status).toBe(413);
  });

  test("is owed to nobody who hangs up in the middle, and the next one is served", async () => {
    const { get, address, events } = await serve();
    const socket = connect(Number(address.split(":")[1]), "127.0.0.1");
    const sent = Promise.withResolvers<void>();
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf", () => sent.resolve());
    await sent.promise;
    socket.destroy();
    expect((await get("/")).status).toBe(200);
    expect(events).toHaveLength(1);
  });
});

describe("an API that wants what is not done here", () => {
  const made = (Resources: object) => () =>
    httpApi({ template: templateOf({ Resources }), invoke: () => Promise.reject(), stamp: () => 0 });

  test.each<[string, object, string]>([
    [
      "an authorizer that is not there",
      { Route: route("GET /a", { AuthorizationType: "JWT", AuthorizerId: "none" }) },
      "GET /a has no authorizer",
    ],
    ["rights of AWS's own", { Route: route("GET /a", { AuthorizationType: "AWS_IAM" }) }, "Route: "],
    [
      "a function that authorizes",
      { Tokens: { Type: "AWS::ApiGatewayV2::Authorizer", Properties: { AuthorizerType: "REQUEST" } } },
      "Tokens: ",
    ],
    [
      "CORS",
      { Api: { ...api, Properties: { ProtocolType: "HTTP", CorsConfiguration: {} } } },
      "other origins",
    ],
    ["a web socket", { Api: { ...api, Properties: { ProtocolType: "WEBSOCKET" } } }, "Api: "],
    [
      "the old payload format",
      { Pages: integration({ PayloadFormatVersion: "1.0" }) },
      "PayloadFormatVersion",
    ],
    [
      "another kind of integration",
      { Pages: integration({ IntegrationType: "HTTP_PROXY" }) },
      "IntegrationType",
    ],
    ["a stage with a name", { Stage: { ...stage, Properties: { StageName: "test" } } }, "StageName"],
    ["two APIs", { Other: api }, "one HTTP API"],
    ["no API", { Api: { Type: "AWS::SNS::Topic" } }, "one HTTP API"],
  ])("such as %s, is an error before it is served", (_, change, words) => {
    expect(made({ ...withRoutes(["GET /b"]), ...change })).toThrow(words);
  });
});
