import { SESClient, SESServiceException, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { accept, type Result, refuse } from "#shared/domain/result.ts";

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

const failureCode = (error: unknown): string => {
  if (!(error instanceof SESServiceException)) return "ses-unreachable";
  return codes[error.name] ?? (error.$fault === "server" ? "ses-down" : error.name);
};

/** Hands one mail to SES: SES's own id for it, or a short code of why not, which holds nothing of the mail. */
export const sendMail = async (
  { client, configurationSet, from }: Post,
  to: string,
  raw: Buffer,
): Promise<Result<string, string>> => {
  const command = new SendRawEmailCommand({
    Source: from,
    Destinations: [to],
    RawMessage: { Data: raw },
    ConfigurationSetName: configurationSet,
  });
  try {
    const { MessageId } = await client.send(command);
    return accept(MessageId ?? "unknown");
  } catch (error) {
    return refuse(failureCode(error));
  }
};
