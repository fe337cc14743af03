import * as z from "zod";
import type { AsyncFailure } from "./lambda.ts";
import type { Queues } from "./queues.ts";
import type { Template } from "./template.ts";

const EventInvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.literal(2, "a function is tried three times here").default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
});

/** What Lambda sends to the destination of what it gave up. */
const documentOf = ({ functionArn, event, attempts, last }: AsyncFailure, now: number) => ({
  version: "1.0",
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: last.requestId,
    functionArn: `${functionArn}:$LATEST`,
    condition: "RetriesExhausted",
    approximateInvokeCount: attempts,
  },
  requestPayload: event,
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: last.functionError },
  responsePayload: z.json().parse(JSON.parse(last.payload)),
});

/** Puts an asynchronous call that was given up where its function's settings say, if they say anything. */
export const asyncFailures = (template: Template, queues: Queues, now: () => number) => {
  const destinations = new Map(
    template.resources("AWS::Lambda::EventInvokeConfig").map(({ id, properties }) => {
      const parsed = EventInvokeConfig.safeParse(properties);
      if (!parsed.success) throw new Error(`${id} cannot run here: ${z.prettifyError(parsed.error)}`);
      const { FunctionName, DestinationConfig } = parsed.data;
      return [FunctionName, DestinationConfig.OnFailure?.Destination];
    }),
  );
  return (failure: AsyncFailure): void => {
    const queue = destinations.get(failure.functionName);
    if (queue !== undefined) queues.put(queue, documentOf(failure, now()));
  };
};
