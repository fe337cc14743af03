import * as z from "zod";

const services = { tables: "DynamoDB_20120810", streams: "DynamoDBStreams_20120810" };

const Failure = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** The runtime's own signature; DynamoDB Local only looks whether there is one. */
const authorization =
  "AWS4-HMAC-SHA256 Credential=RUNTIME/20240101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

/**
 * Calls DynamoDB in its own JSON protocol. The runtime speaks it without an SDK because stream records come in it
 * exactly as Lambda's events show them. A refusal is an Error whose `name` is the exception's.
 */
export const callDynamoDb = async <Schema extends z.ZodType>(
  endpoint: string,
  [service, operation]: readonly [keyof typeof services, string],
  input: object,
  schema: Schema,
): Promise<z.infer<Schema>> => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `${services[service]}.${operation}`,
      authorization,
    },
    body: JSON.stringify(input),
  });
  const output: unknown = await response.json();
  if (response.ok) return schema.parse(output);
  const { __type, message, Message } = Failure.parse(output);
  const name = __type.split("#").at(-1) ?? __type;
  throw Object.assign(new Error(`${operation}: ${message ?? Message ?? name}`), { name });
};
