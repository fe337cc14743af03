import * as z from "zod";
import { type MachineScope, spelled } from "#shared/domain/machine-scope.ts";
import { examples } from "./examples.ts";
import {
  ApplicationPage,
  GivenApplication,
  GivenFile,
  GivenRegistration,
  GivenSubmission,
  Gone,
  RegistrationPage,
} from "./shapes.ts";

const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  parameter: z.optional(z.string()),
});
/** What the gateway says, before anybody has looked at the request. */
const Refused = z.object({ message: z.enum(["Unauthorized", "Forbidden"]) });

const named = z.registry<{ id: string }>();
const schemas = {
  ...{ ApplicationPage, RegistrationPage, Application: GivenApplication, Registration: GivenRegistration },
  ...{ Submission: GivenSubmission, File: GivenFile, Gone, Problem, Refused },
};
for (const [id, schema] of Object.entries(schemas)) named.add(schema, { id });

const at = (id: string): string => `#/components/schemas/${id}`;

/** The schemas as JSON has them: instants as text. A format says all that a pattern does of one. */
const jsonSchemas = () => {
  const made = z.toJSONSchema(named, {
    io: "input",
    uri: at,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
};

const parameters = [
  {
    name: "call",
    in: "path",
    required: true,
    description: "The call, such as nic-2024.",
    schema: { type: "string" },
  },
  {
    name: "changedSince",
    in: "query",
    description:
      "What has changed at this instant (UTC) or later. For the first page only; without it all there is.",
    schema: { type: "string", format: "date-time" },
    example: "2024-06-21T14:00:00.000Z",
  },
  {
    name: "after",
    in: "query",
    description: "Where the last page ended. It stands in `next`, and is not to be made or read.",
    schema: { type: "string" },
  },
  {
    name: "limit",
    in: "query",
    description: "How many at most. A page of large applications can have fewer and say that there is more.",
    schema: { type: "integer", minimum: 1, maximum: 100, default: 50 },
  },
];

const response = (description: string, type: string, schema: string, more: object = {}) => ({
  description,
  content: { [type]: { schema: { $ref: at(schema) }, ...more } },
});

const problem = (description: string) => response(description, "application/problem+json", "Problem");

interface Followed {
  readonly id: string;
  readonly summary: string;
  readonly page: string;
  readonly scope: MachineScope;
  readonly example: unknown;
}

const get = ({ id, summary, page, scope, example }: Followed) => ({
  get: {
    operationId: id,
    summary,
    parameters,
    security: [{ caseSystem: [spelled(scope)] }],
    responses: {
      200: response("In the order in which they changed.", "application/json", page, { example }),
      400: problem("A parameter cannot be understood; `parameter` names it."),
      401: response("No token, or not a good one.", "application/json", "Refused"),
      403: response("The token lacks the scope.", "application/json", "Refused"),
      404: problem("There is no such call."),
      429: problem("Ask again in a while."),
      500: problem("Something broke here. Nothing is lost; ask for the same page again."),
    },
  },
});

/** What the door gives, to whom and how, for programs and whoever writes them (OpenAPI 3.1). */
export const openApi = ({ siteUrl, tokenUrl }: { readonly siteUrl: string; readonly tokenUrl: string }) => {
  const shown = examples(siteUrl);
  return {
    openapi: "3.1.0",
    info: {
      title: "Opptak for case systems",
      version: "1",
      description:
        "Applications and registrations as they change. Keep `next` and ask for it again, at once while `more` is true and later when it is not: no change is lost, and no revision comes twice.",
    },
    servers: [{ url: siteUrl }],
    paths: {
      "/api/v1/calls/{call}/applications": get({
        ...{ id: "followApplications", summary: "Applications that have changed", page: "ApplicationPage" },
        ...{ scope: "applications:read", example: shown.applications },
      }),
      "/api/v1/calls/{call}/registrations": get({
        ...{
          id: "followRegistrations",
          summary: "Registrations that have changed",
          page: "RegistrationPage",
        },
        ...{ scope: "registrations:read", example: shown.registrations },
      }),
    },
    components: {
      schemas: jsonSchemas(),
      securitySchemes: {
        caseSystem: {
          type: "oauth2",
          flows: {
            clientCredentials: {
              tokenUrl,
              scopes: {
                [spelled("applications:read")]: "Follow applications",
                [spelled("registrations:read")]: "Follow registrations",
              },
            },
          },
        },
      },
    },
  };
};
