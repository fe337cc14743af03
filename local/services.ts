import type { Server } from "node:http";
import type { Clock } from "./clock.ts";
import type { DataFolder } from "./data-folder.ts";
import { dynamodbFront } from "./dynamodb-front.ts";
import { functionsIn } from "./function-definitions.ts";
import { shortNames } from "./function-names.ts";
import { type Lambda, startLambda } from "./lambda.ts";
import { addressOf, listen } from "./listening.ts";
import { type Mailbox, openMailbox } from "./mail/mailbox.ts";
import { sesServer } from "./mail/ses.ts";
import { type Permissions, permissionsIn } from "./permissions.ts";
import { openQueues, type Queues } from "./queues.ts";
import type { Template } from "./template.ts";

export interface ServiceOptions {
  readonly template: Template;
  readonly clock: Clock;
  readonly data: DataFolder;
  /** DynamoDB Local's address. */
  readonly dynamoDb: string;
  readonly log: (line: string) => void;
  /** What must be ended goes here, as soon as it has begun. */
  readonly ends: AsyncDisposableStack;
}

/** The functions and the services they call. */
export interface Services {
  readonly lambda: Lambda;
  readonly permissions: Permissions;
  readonly mailbox: Mailbox;
  readonly outage: { on: boolean };
  readonly queues: Queues;
  /** Short names of the functions, by their full ones. */
  readonly names: ReadonlyMap<string, string>;
}

/** Listens on a free port and gives the address. */
const open = async (server: Server, ends: AsyncDisposableStack): Promise<string> => {
  // A function that was frozen for a while expects its connections to be there when it goes on.
  server.keepAliveTimeout = 0;
  await listen(server);
  ends.defer(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://${addressOf(server)}`;
};

/** Starts the services that functions call, and the functions, which are told where those are. */
export const startServices = async (options: ServiceOptions): Promise<Services> => {
  const { template, clock, data, dynamoDb, log, ends } = options;
  const { region, account } = template;
  const functions = functionsIn(template);
  const names = shortNames(template, functions);
  const permissions = permissionsIn(template, functions);
  const mailbox = openMailbox(data.mail);
  const queues = openQueues(template, data.queues);
  const outage = { on: false };
  const ses = sesServer({ template, permissions, mailbox, clock, outage: () => outage.on });
  const [records, mail] = await Promise.all([
    open(dynamodbFront({ upstream: dynamoDb, permissions, region, account }), ends),
    open(ses, ends),
  ]);
  const lambda = startLambda(functions, {
    environment: { AWS_ENDPOINT_URL_DYNAMODB: records, AWS_ENDPOINT_URL_SES: mail },
    log: (name, line) => log(`${names.get(name) ?? name} | ${line}`),
    onAsyncFailure: ({ functionName, last }) =>
      log(`${names.get(functionName) ?? functionName} | given up after three tries: ${last.payload}`),
  });
  ends.defer(() => lambda.stop());
  return { lambda, permissions, mailbox, outage, queues, names };
};
