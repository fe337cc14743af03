import type { Server } from "node:http";
import { behind, readTemplateFor } from "./behind.ts";
import { type Clock, makeClock } from "./clock.ts";
import { openDataFolder } from "./data-folder.ts";
import { fillInDemo } from "./demo/fill-in.ts";
import { forgetDone } from "./demo/forget-done.ts";
import { startDynamoDbLocal } from "./dynamodb-local.ts";
import { frontDoor } from "./front-door.ts";
import { type Happenings, startHappenings } from "./happenings.ts";
import type { Invocation } from "./lambda.ts";
import { addressOf, listen } from "./listening.ts";
import { type Message, readMail } from "./mail/read-mail.ts";
import { localTime } from "./schedule-expression.ts";
import { type Services, startServices } from "./services.ts";
import { ensureAssembly } from "./synthesis.ts";
import type { Template } from "./template.ts";
import { wallZone } from "./wall-time.ts";

export interface RuntimeOptions {
  /** 0 is any free one. */
  readonly port: number;
  /** Where everything is kept between starts; without one it is gone when the runtime stops. */
  readonly dataDir?: string | undefined;
  /** Oslo's wall clock, as 2024-04-15T09:00, or "real". */
  readonly now?: string | undefined;
  /** Whether to make some applications and registrations. */
  readonly demo?: boolean;
  /** A synthesised assembly; without one it is made from infra/, when anything has changed. */
  readonly assembly?: string | undefined;
  readonly log?: (line: string) => void;
}

export interface Runtime extends Happenings {
  readonly url: string;
  readonly clock: Clock;
  readonly template: Template;
  /** Where DynamoDB Local answers, without anybody checking roles. */
  readonly dynamoDb: string;
  /** All mail that was sent, oldest first. */
  readonly messages: () => Promise<readonly Message[]>;
  /** Calls a function by the name of its folder. */
  readonly invoke: (name: string, event: unknown) => Promise<Invocation>;
  /** Ends every process and closes every connection. */
  readonly stop: () => Promise<void>;
}

const defaultNow = "2024-04-15T09:00";

const clockFor = (now = defaultNow): Clock =>
  now === "real" ? makeClock() : makeClock(localTime(now, wallZone));

const listenOn = async (server: Server, port: number): Promise<string> => {
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new Error(`Port ${port} is in use: stop what listens there, or choose another with --port.`);
  });
  return `http://${addressOf(server)}`;
};

const closing = (server: Server) => (): void => {
  server.close();
  server.closeAllConnections();
};

const invokeIn =
  ({ lambda, names }: Services): Runtime["invoke"] =>
  async (name, event) => {
    const found = [...names].find(([, shortName]) => shortName === name);
    if (!found) throw new Error(`there is no function ${name}`);
    return lambda.invoke(found[0], event);
  };

const start = async (options: RuntimeOptions, ends: AsyncDisposableStack): Promise<Omit<Runtime, "stop">> => {
  const { port, dataDir, log = console.log } = options;
  const clock = clockFor(options.now);
  const { server, open } = frontDoor(log);
  const url = await listenOn(server, port);
  ends.defer(closing(server));
  const data = openDataFolder(dataDir);
  ends.defer(data.close);

  const starting = startDynamoDbLocal({ dataDir: data.records });
  ends.defer(async () => (await starting.catch(() => undefined))?.stop());
  const [{ endpoint: dynamoDb }, assembly] = await Promise.all([
    starting,
    options.assembly ?? ensureAssembly({ log }),
  ]);
  const template = readTemplateFor(url, assembly);
  const common = { url, template, clock, data, dynamoDb, log, ends };
  const services = await startServices(common);
  const happenings = await startHappenings({ ...common, services });
  open(behind({ ...common, services, happenings }));
  const messages = () => Promise.all(services.mailbox.all().map(readMail));
  const isNew = services.mailbox.all().length === 0;
  const forget = () => forgetDone(dynamoDb, happenings.tables);
  if (options.demo && isNew)
    await fillInDemo({ site: url, clock, messages, forgetDone: forget, ...happenings });
  return { url, clock, template, dynamoDb, ...happenings, messages, invoke: invokeIn(services) };
};

/** Starts the whole service on this machine from its synthesised template. Rejects with one clear sentence. */
export const startRuntime = async (options: RuntimeOptions): Promise<Runtime> => {
  const ends = new AsyncDisposableStack();
  try {
    const runtime = await start(options, ends);
    return { ...runtime, stop: () => ends.disposeAsync() };
  } catch (error) {
    await ends.disposeAsync();
    throw error;
  }
};
