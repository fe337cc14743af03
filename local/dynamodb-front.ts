import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { buffer } from "node:stream/consumers";
import { callsIn, type TableCall } from "./dynamodb-calls.ts";
import { accessKeyIn, type Permissions } from "./permissions.ts";

export interface DynamodbFrontOptions {
  /** Where DynamoDB Local is, such as `http://127.0.0.1:8000`. */
  readonly upstream: string;
  readonly permissions: Permissions;
  readonly region: string;
  readonly account: string;
}

interface Fault {
  readonly type: string;
  readonly message: string;
}

const serialization = "com.amazon.coral.service#SerializationException";
const unknownOperation = "com.amazon.coral.service#UnknownOperationException";
const unrecognizedClient = "com.amazon.coral.service#UnrecognizedClientException";
const accessDenied = "com.amazon.coral.service#AccessDeniedException";

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const refuse = (response: ServerResponse, { type, message }: Fault): void => {
  response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
  response.end(JSON.stringify({ __type: type, Message: message }));
};

const readCalls = (operation: string, body: Buffer): readonly TableCall[] | Fault => {
  try {
    const calls = callsIn(operation, parseJson(body.toString()));
    return (
      calls ?? { type: unknownOperation, message: `The local runtime does not know ${operation || "this"}` }
    );
  } catch {
    return { type: serialization, message: `The body of ${operation} could not be read` };
  }
};

/**
 * Stands in front of DynamoDB Local, which asks nobody for permission: a call that the caller's role does not
 * allow is refused as AWS would, and all others are passed on as they came.
 */
export const dynamodbFront = ({ upstream, permissions, region, account }: DynamodbFrontOptions): Server => {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port, host } = new URL(upstream);

  const resourceOf = ({ table, index }: TableCall): string => {
    const arn = table.startsWith("arn:") ? table : `arn:aws:dynamodb:${region}:${account}:table/${table}`;
    return index === undefined ? arn : `${arn}/index/${index}`;
  };

  const faultIn = (asked: IncomingMessage, body: Buffer): Fault | undefined => {
    const operation = String(asked.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    const accessKey = accessKeyIn(asked.headers.authorization);
    if (!permissions.knows(accessKey))
      return { type: unrecognizedClient, message: "The security token included in the request is invalid." };
    const calls = readCalls(operation, body);
    if ("type" in calls) return calls;
    const refusals = calls.map((call) =>
      permissions.refusal(accessKey, `dynamodb:${call.action}`, resourceOf(call)),
    );
    const message = refusals.find((refusal) => refusal !== undefined);
    return message === undefined ? undefined : { type: accessDenied, message };
  };

  const passOn = (asked: IncomingMessage, body: Buffer, response: ServerResponse): void => {
    const options = { hostname, port, agent, method: "POST", path: "/", headers: { ...asked.headers, host } };
    const onward = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", (error) => {
      if (response.headersSent) return response.destroy();
      response.writeHead(503, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify({ __type: "ServiceUnavailable", Message: error.message }));
    });
    onward.end(body);
  };

  const serve = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(asked);
    const fault = faultIn(asked, body);
    if (fault) refuse(response, fault);
    else passOn(asked, body, response);
  };

  const server = createServer((asked, response) => {
    serve(asked, response).catch((error: unknown) => {
      response.writeHead(500, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify({ __type: "InternalServerError", Message: String(error) }));
    });
  });
  // A frozen function keeps its connection, and expects to find it when it goes on.
  server.keepAliveTimeout = 0;
  return server;
};
