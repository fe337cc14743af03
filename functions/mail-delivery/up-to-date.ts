import type { ApplicationState } from "#shared/domain/application.ts";
import { signUpOpeningOf } from "#shared/domain/call.ts";
import { noColleagues } from "#shared/domain/colleague.ts";
import { lastInstantOf } from "#shared/domain/deadline.ts";
import type { Message, MessageContent } from "#shared/domain/message.ts";
import { countingSubmission } from "#shared/domain/standing.ts";
import { type Instant, isAfter } from "#shared/domain/time.ts";
import { writersOf } from "#shared/domain/writers.ts";
import { findApplication } from "#shared/records/applications.ts";
import { readColleagues } from "#shared/records/colleagues.ts";
import { findWhole, type WholeApplication } from "#shared/records/own-application.ts";
import { hasSignedUp } from "#shared/records/registrations.ts";
import type { Table } from "#shared/records/table.ts";
import { foundIn } from "./draft-found.ts";
import { circularNow, isLastOfWebinar, isStillWaiting, soonNow, thanksNow } from "./webinar-up-to-date.ts";

type Of<Kind extends MessageContent["kind"]> = Extract<MessageContent, { kind: Kind }>;
type AboutDeadline = Of<"reminder" | "draft-expired" | "deletion-notice">;

const mayStillWrite = async (
  table: Table,
  { application }: WholeApplication,
  { reader }: Pick<AboutDeadline, "reader">,
): Promise<boolean> => {
  if (application.owner.id === reader) return true;
  const list = application.colleagues ? await readColleagues(table, application.id) : noColleagues;
  return writersOf(application, list).some(({ id }) => id === reader);
};

const deadlineIn = ({ definition, application }: WholeApplication): Instant =>
  lastInstantOf(definition.call.levels[application.level].deadline);

/** The application, if it is in one of these states, has the deadline that the message is about, and concerns the reader still. */
const ifItStands = async (
  table: Table,
  content: AboutDeadline,
  states: readonly ApplicationState[],
): Promise<WholeApplication | undefined> => {
  const whole = await findWhole(table, content.applicationId);
  if (!whole || !states.includes(whole.application.state)) return undefined;
  if (!deadlineIn(whole).equals(content.deadline)) return undefined;
  return (await mayStillWrite(table, whole, content)) ? whole : undefined;
};

const reminderNow = async (
  table: Table,
  content: Of<"reminder">,
  { language, at }: { readonly language: Message["language"]; readonly at: Instant },
): Promise<Of<"reminder"> | undefined> => {
  if (isAfter(at, content.deadline)) return undefined;
  const whole = await ifItStands(table, content, ["draft"]);
  if (!whole) return undefined;
  return { ...content, found: await foundIn(table, whole, { reader: content.reader, language, at }) };
};

const webinarReminderNow = async (
  table: Table,
  content: Of<"webinar-reminder">,
  at: Instant,
): Promise<Of<"webinar-reminder"> | undefined> => {
  const whole = await findWhole(table, content.applicationId);
  if (whole?.application.state !== "draft" || whole.application.owner.id !== content.reader) return undefined;
  const { call } = whole.definition;
  if (signUpOpeningOf(call, at).state !== "open") return undefined;
  const { id, startsAt, endsAt, signUpDeadline } = call.webinar;
  const hasCome = await hasSignedUp(table, id, whole.application.owner.email);
  return hasCome ? undefined : { ...content, webinar: { startsAt, endsAt, signUpDeadline } };
};

/** What a later move or extension says better, or a deadline that has passed, is not told any more. */
const isTheDeadline = (whole: WholeApplication, told: Instant, at: Instant): boolean =>
  whole.application.state !== "withdrawn" && deadlineIn(whole).equals(told) && !isAfter(at, told);

const movedNow = async (
  table: Table,
  content: Of<"deadline-moved">,
  at: Instant,
): Promise<Of<"deadline-moved"> | undefined> => {
  const whole = await findWhole(table, content.applicationId);
  if (!whole || !isTheDeadline(whole, content.to, at)) return undefined;
  return { ...content, state: whole.application.state === "submitted" ? "submitted" : "draft" };
};

const isExtendedStill = async (
  table: Table,
  { applicationId, until }: Of<"extension-granted">,
  at: Instant,
): Promise<boolean> => {
  const whole = await findWhole(table, applicationId);
  return whole !== undefined && isTheDeadline(whole, until, at);
};

/** Somebody who has gone on changing, has sent, or has withdrawn, is not told what was so before. */
const isUnsentStill = async (
  table: Table,
  { applicationId, number }: Of<"changes-not-sent">,
): Promise<boolean> => {
  const application = await findApplication(table, applicationId);
  return (
    application?.changesUnsentAt !== undefined &&
    application.changingSince === undefined &&
    countingSubmission(application) === number
  );
};

const contentNow = async (
  table: Table,
  { content, language }: Message,
  at: Instant,
): Promise<MessageContent | undefined> => {
  switch (content.kind) {
    case "reminder":
      return reminderNow(table, content, { language, at });
    case "webinar-reminder":
      return webinarReminderNow(table, content, at);
    case "registration-waiting":
      return (await isStillWaiting(table, content)) ? content : undefined;
    case "webinar-soon":
      return soonNow(table, content, at);
    case "webinar-thanks":
      return thanksNow(table, content);
    case "webinar-circular":
      return circularNow(table, content);
    case "webinar-changed":
    case "webinar-called-off":
      return (await isLastOfWebinar(table, content)) ? content : undefined;
    case "draft-expired":
      return (await ifItStands(table, content, ["expired"])) && content;
    case "deletion-notice":
      return (await ifItStands(table, content, ["draft", "expired", "withdrawn"])) && content;
    case "deadline-moved":
      return movedNow(table, content, at);
    case "extension-granted":
      return (await isExtendedStill(table, content, at)) ? content : undefined;
    case "changes-not-sent":
      return (await isUnsentStill(table, content)) ? content : undefined;
    default:
      // Tells of something that happened, which stays true.
      return content;
  }
};

/** The message with what is true when it is sent; nothing, when it is not true any more. */
export const upToDate = async (table: Table, message: Message, at: Instant): Promise<Message | undefined> => {
  const content = await contentNow(table, message, at);
  return content && { ...message, content };
};
