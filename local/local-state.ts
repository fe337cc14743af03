import type { Clock } from "./clock.ts";
import type { LocalKey } from "./kms/keys.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import type { Postman } from "./mail/moods.ts";
import type { Outages } from "./outages.ts";
import type { LocalPerson } from "./people.ts";
import type { Queues } from "./queues.ts";
import type { LocalRegister } from "./register/register.ts";
import type { Objects } from "./s3/objects.ts";
import type { Scans } from "./scans/scans.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Schedule } from "./schedules.ts";
import type { MachineClient } from "./sign-in-client.ts";

/** What the runtime's own pages show and change. */
export interface LocalState {
  readonly clock: Clock;
  readonly travel: Scheduler["travel"];
  readonly schedules: readonly Schedule[];
  readonly mailbox: Mailbox;
  readonly outages: Outages;
  readonly postman: Postman;
  readonly keys: readonly LocalKey[];
  readonly objects: Objects;
  readonly scans: Scans;
  readonly register: LocalRegister;
  readonly people: readonly LocalPerson[];
  readonly queues: Queues;
  readonly functionNames: readonly string[];
  readonly machines: readonly MachineClient[];
  /** The line that audits the records of this machine. */
  readonly auditLine: string;
}
