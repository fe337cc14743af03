import {
  GetSendQuotaCommand,
  SESClient,
  SESServiceException,
  SendRawEmailCommand,
} from "@aws-sdk/client-ses";
import type { MessageId } from "#shared/domain/message.ts";
import { accept, type Result, refuse } from "#shared/domain/result.ts";
import { messageTag } from "./message-tag.ts";

export interface Post {
  readonly client: SESClient;
  readonly configurationSet: string;
  readonly from: string;
}

/** One try each time, given up after ten seconds: trying again is for the delivery, which keeps account of it. */
export const openPost = (settings: Omit<Post, "client">): Post => ({
  ...settings,
  client: new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  }),
});

/** Why SES has not taken a mail, as a short code that holds nothing of it. */
export interface NotTaken {
  readonly code: string;
  /** `busy`: more than may be sent just now. `unknown`: no answer came, so that it may have taken it. */
  readonly kind?: "busy" | "unknown";
  /** Whether any other mail would have met the same. */
  readonly isForAll: boolean;
}

/** SES's own names for the few things that a person can do something about; the rest of what it says goes by its own name. */
const codes: Readonly<Record<string, string>> = {
  Throttling: "ses-busy",
  ThrottlingException: "ses-busy",
  TooManyRequestsException: "ses-busy",
  MessageRejected: "ses-refused",
  MailFromDomainNotVerifiedException: "ses-refused",
  AccountSendingPausedException: "ses-paused",
  ConfigurationSetSendingPausedException: "ses-paused",
  AccessDenied: "ses-not-allowed",
  AccessDeniedException: "ses-not-allowed",
};

const forAll: ReadonlySet<string> = new Set([
  "ses-busy",
  "ses-paused",
  "ses-not-allowed",
  "ses-down",
  "ses-silent",
  "ses-unreachable",
]);

/** What the network says when nothing has reached SES. */
const neverThere: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

const failureCode = (error: unknown): string => {
  if (error instanceof SESServiceException)
    return codes[error.name] ?? (error.$fault === "server" ? "ses-down" : error.name);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return neverThere.has(code) ? "ses-unreachable" : "ses-silent";
};

const notTaken = (error: unknown): NotTaken => {
  const code = failureCode(error);
  const isForAll = forAll.has(code);
  if (code === "ses-busy") return { code, isForAll, kind: "busy" };
  return code === "ses-silent" ? { code, isForAll, kind: "unknown" } : { code, isForAll };
};

/** Hands one mail to SES: SES's own id for it, or why not. What SES tells of it later has the message's id with it. */
export const sendMail = async (
  { client, configurationSet, from }: Post,
  { id, to }: { readonly id: MessageId; readonly to: string },
  raw: Buffer,
): Promise<Result<string, NotTaken>> => {
  const command = new SendRawEmailCommand({
    Source: from,
    Destinations: [to],
    RawMessage: { Data: raw },
    ConfigurationSetName: configurationSet,
    Tags: [messageTag(id)],
  });
  try {
    const { MessageId } = await client.send(command);
    return accept(MessageId ?? "unknown");
  } catch (error) {
    return refuse(notTaken(error));
  }
};

/** How many mails a second the account may send. Undefined when SES does not say. */
export const sendRate = async ({ client }: Post): Promise<number | undefined> => {
  const quota = await client.send(new GetSendQuotaCommand({})).catch(() => undefined);
  return quota?.MaxSendRate;
};
