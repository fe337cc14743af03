import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { instant } from "#shared/domain/time.ts";
import { countRecords } from "#shared/records/numbers.ts";
import { keepRegistration } from "#shared/records/registrations.ts";
import { keys } from "#shared/records/table-keys.ts";
import { examples } from "../../functions/machine-door/examples.ts";
import { routes } from "../../functions/machine-door/routes.ts";
import { ApplicationPage, RegistrationPage } from "../../functions/machine-door/shapes.ts";
import { pageFunctions } from "../../infra/page-functions.ts";
import { aRegistration } from "../support/builders.ts";
import { freshTable } from "../support/dynamodb.ts";
import { asking } from "./asking.ts";
import { keepSubmitted } from "./records.ts";

const tokenUrl = "https://opptak.auth.example/oauth2/token";

/** A door with an application and a registration behind it. */
const opened = async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const table = await freshTable();
  const [application, registration] = [await keepSubmitted(table), aRegistration()];
  await keepRegistration(table, { registration });
  const all = [keys.application(application.id), keys.registration(registration.webinarId, registration.id)];
  await countRecords(table, all, instant("2024-06-21T14:00:00Z"));
  const ask = asking(table, (around) => routes(around, tokenUrl));
  return async (path: string) => ask({ path, machine: "sak" });
};

const Schema = z.record(z.string(), z.unknown());
const Content = z.record(
  z.string(),
  z.strictObject({ schema: z.strictObject({ $ref: z.string() }), example: z.optional(z.unknown()) }),
);
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(["path", "query"]),
  required: z.optional(z.literal(true)),
  description: z.string().min(10),
  schema: Schema,
  example: z.optional(z.unknown()),
});
const Operation = z.strictObject({
  operationId: z.string().regex(/^\w+$/),
  summary: z.string(),
  parameters: z.array(Parameter),
  security: z.tuple([z.strictObject({ caseSystem: z.array(z.string()).length(1) })]),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string(), content: Content }),
  ),
});
/** As much of OpenAPI 3.1 as is used, and nothing else. */
const OpenApi = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.tuple([z.strictObject({ url: z.url() })]),
  paths: z.record(z.string().startsWith("/"), z.strictObject({ get: Operation })),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[A-Za-z0-9._-]+$/), Schema),
    securitySchemes: z.strictObject({
      caseSystem: z.strictObject({
        type: z.literal("oauth2"),
        flows: z.strictObject({
          clientCredentials: z.strictObject({ tokenUrl: z.url(), scopes: z.record(z.string(), z.string()) }),
        }),
      }),
    }),
  }),
});
type OpenApi = z.infer<typeof OpenApi>;

/** What a reader of the description alone holds an answer against. */
const readerOf = ({ components: { schemas } }: OpenApi, name: string): z.ZodType => {
  const text = JSON.stringify({ $ref: `#/components/schemas/${name}`, $defs: schemas });
  return z.fromJSONSchema(JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/")));
};

let ask: Awaited<ReturnType<typeof opened>>;
let described: OpenApi;
beforeEach(async () => {
  ask = await opened();
  described = OpenApi.parse((await ask("/api/v1/openapi.json")).json);
});

test("the description is for anybody, and may be kept for a while", async () => {
  const { status, headers } = await ask("/api/v1/openapi.json");
  expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
    200,
    "application/json",
    "public, max-age=3600",
  ]);
});

test("it tells of every address that takes a token, with the scope that the gateway asks for", () => {
  const told = Object.entries(described.paths).map(([path, { get }]) => [
    `GET ${path}`,
    get.security[0].caseSystem[0],
  ]);
  const deployed = Object.entries(pageFunctions["machine-door"].machineRoutes);
  expect(told).toEqual(deployed.map(([route, scope]) => [route, `opptak/${scope}`]));
  const { tokenUrl: where, scopes } = described.components.securitySchemes.caseSystem.flows.clientCredentials;
  expect([where, Object.keys(scopes)]).toEqual([tokenUrl, told.map(([, scope]) => scope)]);
});

test("every reference leads somewhere, every name in a path is a parameter, no operation has another's name", () => {
  const references = JSON.stringify(described).match(/#\/components\/schemas\/\w+/g) ?? [];
  expect(references.length).toBeGreaterThan(10);
  const there = Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((one) => !there.includes(one))).toEqual([]);
  const operations = Object.entries(described.paths);
  for (const [path, { get }] of operations)
    expect(get.parameters.filter((one) => one.in === "path").map(({ name }) => `{${name}}`)).toEqual(
      path.match(/\{\w+\}/g),
    );
  expect(new Set(operations.map(([, { get }]) => get.operationId)).size).toBe(operations.length);
});

test("it names the parameters that are taken, and no others are", async () => {
  const names = described.paths["/api/v1/calls/{call}/applications"]?.get.parameters.map(({ name }) => name);
  expect(names).toEqual(["call", "changedSince", "after", "limit"]);
  const at = "/api/v1/calls/nic-2024/applications";
  expect((await ask(`${at}?changedSince=2024-06-21T14:00:00.000Z&limit=100`)).status).toBe(200);
  expect((await ask(`${at}?call=nic-2024`)).status).toBe(400);
});

describe("the examples", () => {
  const { applications, registrations } = examples("https://opptak.example");
  test("are what the door would give", () => {
    expect(z.encode(ApplicationPage, ApplicationPage.parse(applications))).toEqual(applications);
    expect(z.encode(RegistrationPage, RegistrationPage.parse(registrations))).toEqual(registrations);
  });

  test("are those of the description, and fit its schemas", () => {
    for (const [what, page] of [
      ["applications", "ApplicationPage"],
      ["registrations", "RegistrationPage"],
    ] as const) {
      const content = described.paths[`/api/v1/calls/{call}/${what}`]?.get.responses["200"]?.content;
      const { schema, example } = content?.["application/json"] ?? {};
      expect([schema, example]).toEqual([
        { $ref: `#/components/schemas/${page}` },
        examples("https://opptak.example")[what],
      ]);
      expect(readerOf(described, page).safeParse(example).error).toBeUndefined();
    }
  });
});

test.for([
  ["applications", "ApplicationPage"],
  ["registrations", "RegistrationPage"],
] as const)("what the door gives of %s fits %s, and what lacks something does not", async ([what, page]) => {
  const { json } = await ask(`/api/v1/calls/nic-2024/${what}`);
  const reader = readerOf(described, page);
  expect(reader.safeParse(json).error).toBeUndefined();
  const [item] = z.object({ items: z.array(Schema).min(1) }).parse(json).items;
  for (const lacks of ["id", "revision", "state"])
    expect([
      lacks,
      reader.safeParse({
        items: [{ ...item, [lacks]: undefined }],
        next: "https://opptak.example/",
        more: false,
      }).success,
    ]).toEqual([lacks, false]);
  const problem = (await ask(`/api/v1/calls/nic-2024/${what}?limit=0`)).json;
  expect(readerOf(described, "Problem").safeParse(problem).error).toBeUndefined();
});
