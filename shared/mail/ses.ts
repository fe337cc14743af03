import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";

export interface Post {
  readonly client: SESClient;
  readonly configurationSet: string;
  readonly from: string;
}

export const openPost = (settings: Omit<Post, "client">): Post => ({
  ...settings,
  client: new SESClient({ maxAttempts: 1 }),
});

/** Hands one mail to SES and gives SES's own id for it. Throws what SES throws. */
export const sendMail = async (
  { client, configurationSet, from }: Post,
  to: string,
  raw: Buffer,
): Promise<string> => {
  const { MessageId } = await client.send(
    new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
    }),
  );
  return MessageId ?? "unknown";
};
