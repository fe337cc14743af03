import type { Server } from "node:http";
import { type AddressesHere, tokenAddresses, withAddressesHere } from "./addresses.ts";
import { asyncFailures } from "./async-failures.ts";
import type { Clock } from "./clock.ts";
import type { DataFolder } from "./data-folder.ts";
import { dynamodbFront } from "./dynamodb-front.ts";
import { type FunctionDefinition, functionsIn } from "./function-definitions.ts";
import { shortNames } from "./function-names.ts";
import { type LocalKey, openKeys } from "./kms/keys.ts";
import { kmsServer } from "./kms/kms.ts";
import { type Lambda, startLambda } from "./lambda.ts";
import { addressOf, listen } from "./listening.ts";
import { type Mailbox, openMailbox } from "./mail/mailbox.ts";
import type { Postman } from "./mail/moods.ts";
import { sesServer } from "./mail/ses.ts";
import type { Outages } from "./outages.ts";
import { type Permissions, permissionsIn } from "./permissions.ts";
import { openQueues, type Queues } from "./queues.ts";
import { bucketsIn } from "./s3/buckets.ts";
import { type Objects, openObjects } from "./s3/objects.ts";
import { s3Server } from "./s3/server.ts";
import type { Template } from "./template.ts";

export interface ServiceOptions {
  /** Of the site. */
  readonly url: string;
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
  readonly outages: Outages;
  readonly postman: Postman;
  readonly keys: readonly LocalKey[];
  readonly objects: Objects;
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

/** The function, told where that is here which it hands on addresses of. */
const placed = (definition: FunctionDefinition, addresses: AddressesHere): FunctionDefinition => ({
  ...definition,
  environment: withAddressesHere(definition.environment, addresses),
});

/** Starts the services that functions call, and the functions, which are told where those are. */
export const startServices = async (options: ServiceOptions): Promise<Services> => {
  const { url, template, clock, data, dynamoDb, log, ends } = options;
  const { region, account } = template;
  const functions = functionsIn(template);
  const names = shortNames(template, functions);
  const permissions = permissionsIn(template, functions);
  const mailbox = openMailbox(data.mail);
  const queues = openQueues(template, data.queues);
  const outages = { ses: false, kms: false };
  const postman: Postman = { mood: "delivers" };
  const throttles = () => postman.mood === "throttles";
  const keys = openKeys(template, data.keys);
  const buckets = bucketsIn(template);
  const objects = openObjects(data.files);
  const [records, mail, files, signatures] = await Promise.all([
    open(dynamodbFront({ upstream: dynamoDb, permissions, region, account }), ends),
    open(sesServer({ template, permissions, mailbox, clock, outage: () => outages.ses, throttles }), ends),
    open(s3Server({ buckets, objects, permissions, now: clock.now }), ends),
    open(kmsServer({ region, account, keys, permissions, outage: () => outages.kms }), ends),
  ]);
  const addresses = new Map([
    ...buckets.map(({ origin }) => [origin, files] as const),
    ...tokenAddresses(template, url),
  ]);
  const putAside = asyncFailures(template, queues, clock.now);
  const lambda = startLambda(
    functions.map((one) => placed(one, addresses)),
    {
      environment: {
        AWS_ENDPOINT_URL_DYNAMODB: records,
        AWS_ENDPOINT_URL_SES: mail,
        AWS_ENDPOINT_URL_S3: files,
        AWS_ENDPOINT_URL_KMS: signatures,
      },
      log: (name, line) => log(`${names.get(name) ?? name} | ${line}`),
      onAsyncFailure: (failure) => {
        const { functionName, last } = failure;
        log(`${names.get(functionName) ?? functionName} | given up after three tries: ${last.payload}`);
        putAside(failure);
      },
    },
  );
  ends.defer(() => lambda.stop());
  return { lambda, permissions, mailbox, outages, postman, keys, objects, queues, names };
};
