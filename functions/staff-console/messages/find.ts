import { findCall } from "#shared/calls/index.ts";
import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { type Message, MessageId } from "#shared/domain/message.ts";
import type { SignedIn } from "#shared/http/request.ts";
import { findApplication } from "#shared/records/applications.ts";
import { ownerKeys } from "#shared/records/index-keys.ts";
import {
  circularTrialsOf,
  findMessage,
  messagesOf,
  messagesOfCall,
  messagesOfRegistration,
} from "#shared/records/messages.ts";
import type { Table } from "#shared/records/table.ts";

/** A message, what it is about, and all messages about the same. */
export interface FoundMessage {
  readonly message: Message;
  readonly call: Call;
  readonly application: Application | undefined;
  /** Where staff see what it is about. */
  readonly place: string;
  readonly ownerKey: string;
  readonly all: readonly Message[];
}

type About = Omit<FoundMessage, "message" | "call">;

const aboutOf = async (table: Table, { content }: Message, call: Call): Promise<About | undefined> => {
  if ("applicationId" in content) {
    const { applicationId: id } = content;
    const application = await findApplication(table, id);
    return (
      application && {
        application,
        place: `/applications/${id}`,
        ownerKey: ownerKeys.application(id),
        all: await messagesOf(table, id),
      }
    );
  }
  if ("registrationId" in content) {
    const { registrationId: id } = content;
    return {
      application: undefined,
      place: `/registrations/${call.webinar.id}/${id}`,
      ownerKey: ownerKeys.registration(call.webinar.id, id),
      all: await messagesOfRegistration(table, call.webinar.id, id),
    };
  }
  if (content.kind === "webinar-circular-trial")
    return {
      application: undefined,
      place: `/calls/${call.id}/webinar/messages`,
      ownerKey: ownerKeys.circularTrials(call.id),
      all: await circularTrialsOf(table, call.id),
    };
  return {
    application: undefined,
    place: `/calls/${call.id}/closing`,
    ownerKey: ownerKeys.call(call.id),
    all: await messagesOfCall(table, call.id),
  };
};

export const findForStaff = async (asked: SignedIn, table: Table): Promise<FoundMessage | undefined> => {
  const id = MessageId.safeParse(asked.params["message"]);
  const message = id.success ? await findMessage(table, id.data) : undefined;
  const call = message && findCall(message.content.callId)?.call;
  const about = message && call && (await aboutOf(table, message, call));
  return about && { message, call, ...about };
};
