import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Message, MessageContent } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { applicationsOfCall } from "#shared/records/applications.ts";
import { messagesDue } from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";
import { deadlineDuties } from "../../functions/deadline-enforcement/duties.ts";
import { enforce } from "../../functions/deadline-enforcement/enforce.ts";
import { openTerms } from "../../functions/deadline-enforcement/terms.ts";

export const { call } = nic2024;

/** The same call with another deadline for one of its levels. */
export const withDeadline = (of: Call, level: keyof Call["levels"], localTime: string): Call => {
  const deadline = { kind: "moment", localTime, timeZone: "Europe/Oslo" } as const;
  return { ...of, levels: { ...of.levels, [level]: { ...of.levels[level], deadline } } };
};

/** All duties around the deadlines, as a run at this time does them. */
export const enforceAt = async (table: Table, at: string, calls: readonly Call[] = [call]): Promise<void> =>
  enforce(await openTerms(table, calls, instant(at)), deadlineDuties);

type Owed<Kind extends MessageContent["kind"]> = Message & {
  readonly content: Extract<MessageContent, { kind: Kind }>;
};

/** Every message that is owed, of one kind. */
export const owedIn = async <Kind extends MessageContent["kind"]>(table: Table, kind: Kind) => {
  const isOfKind = (message: Message): message is Owed<Kind> => message.content.kind === kind;
  return (await messagesDue(table, instant("2099-01-01T00:00:00Z"))).filter(isOfKind);
};

const applicationIn = ({ content }: Message): string =>
  "applicationId" in content ? content.applicationId : content.kind;

/** Of which applications messages of this kind are owed, one for each message. */
export const noticesIn = async (table: Table, kind: MessageContent["kind"]): Promise<readonly string[]> =>
  (await owedIn(table, kind)).map(applicationIn);

export const statesIn = async (table: Table): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries((await applicationsOfCall(table, call.id)).map(({ id, state }) => [id, state]));
