import {
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  VerifyEmailIdentityCommand,
} from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeClock } from "../../local/clock.ts";
import { addressOf, listen } from "../../local/listening.ts";
import { openMailbox } from "../../local/mail/mailbox.ts";
import { readMail } from "../../local/mail/read-mail.ts";
import { sesServer } from "../../local/mail/ses.ts";
import { credentialsOf, permissionsIn } from "../../local/permissions.ts";
import { functionOf, templateOf, temporaryFolder } from "./hand-made.ts";

const june = Date.parse("2024-06-21T14:00:00.000Z");

const arnOf = (rest: string) => `arn:aws:ses:eu-north-1:000000000000:${rest}`;
const all = [arnOf("identity/opptak.example"), arnOf("configuration-set/delivery")];

const resourcesAllowing = (actions: readonly string[], resources: readonly string[]) => ({
  Identity: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "opptak.example" } },
  Person: { Type: "AWS::SES::EmailIdentity", Properties: { EmailIdentity: "one@person.example" } },
  Delivery: { Type: "AWS::SES::ConfigurationSet", Properties: { Name: "delivery" } },
  Role: {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: "sends",
      Policies: [
        { PolicyDocument: { Statement: [{ Effect: "Allow", Action: actions, Resource: resources }] } },
      ],
    },
  },
});

interface Given {
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly folder?: string;
  readonly outage?: boolean;
  readonly caller?: string;
}

/** A small SES and AWS's own client to it. */
const serve = async (given: Given = {}) => {
  const { actions = ["ses:SendRawEmail", "ses:SendEmail"], resources = all, caller = "Sender" } = given;
  const template = templateOf({ Resources: resourcesAllowing(actions, resources) });
  const permissions = permissionsIn(template, [functionOf("", { id: "Sender", role: "sends" })]);
  const mailbox = openMailbox(given.folder);
  const clock = makeClock(0);
  clock.move(june, { held: true });
  const server = sesServer({ template, permissions, mailbox, clock, outage: () => given.outage ?? false });
  await listen(server);
  const client = new SESClient({
    region: "eu-north-1",
    endpoint: `http://${addressOf(server)}`,
    credentials: credentialsOf(caller),
    maxAttempts: 1,
  });
  onTestFinished(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  return { client, mailbox };
};

const calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

const composed = (): Promise<Buffer> =>
  new MailComposer({
    from: "Opptak <noreply@opptak.example>",
    to: "prove@fjordklyngen.example",
    subject: "Kvittering på søknad",
    text: "Vi har fått søknaden.",
    html: "<p>Vi har fått søknaden.</p>",
    icalEvent: { method: "REQUEST", content: calendar },
    headers: { "X-Extra": "kept" },
  })
    .compile()
    .build();

const raw = (Data: Buffer, rest: object = {}) =>
  new SendRawEmailCommand({ RawMessage: { Data }, ConfigurationSetName: "delivery", ...rest });

const simple = (Source: string, rest: object = {}) =>
  new SendEmailCommand({
    Source,
    Destination: { ToAddresses: ["a@b.example"] },
    Message: { Subject: { Data: "Æ" }, Body: { Text: { Data: "Ø & <Å>" } } },
    ...rest,
  });

describe("SES", () => {
  test("keeps a raw mail byte for byte, with the envelope it was sent in", async () => {
    const { client, mailbox } = await serve();
    const mime = await composed();
    const { MessageId } = await client.send(raw(mime, { Destinations: ["hidden@b.example"] }));
    const [mail] = mailbox.all();
    expect(mail).toMatchObject({
      id: MessageId,
      sentAt: june,
      source: "noreply@opptak.example",
      destinations: ["hidden@b.example"],
      configurationSet: "delivery",
    });
    expect(mail?.raw.equals(mime)).toBe(true);
  });

  test("without destinations sends to those in the message", async () => {
    const { client, mailbox } = await serve();
    await client.send(raw(await composed()));
    expect(mailbox.all()[0]?.destinations).toEqual(["prove@fjordklyngen.example"]);
  });

  test("makes a message of what a simple mail says", async () => {
    const { client, mailbox } = await serve();
    await client.send(simple("noreply@opptak.example"));
    const [mail] = mailbox.all();
    if (!mail) throw new Error("no mail");
    expect(await readMail(mail)).toMatchObject({
      subject: "Æ",
      text: "Ø & <Å>",
      to: ["a@b.example"],
      html: "",
    });
  });

  test("tells how much may be sent", async () => {
    const { client } = await serve({ actions: ["ses:GetSendQuota"], resources: ["*"] });
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      SentLast24Hours: 0,
      MaxSendRate: 14,
    });
  });

  test("keeps the tags that a mail is sent with", async () => {
    const { client, mailbox } = await serve();
    await client.send(raw(await composed(), { Tags: [{ Name: "message", Value: "receipt_01" }] }));
    expect(mailbox.all()[0]?.tags).toEqual({ message: "receipt_01" });
  });
});

describe("SES refuses", () => {
  test("a sender for whom there is no identity", async () => {
    const { client, mailbox } = await serve();
    await expect(client.send(simple("someone@else.example"))).rejects.toMatchObject({
      name: "MessageRejected",
      message: expect.stringContaining("not verified"),
    });
    expect(mailbox.all()).toEqual([]);
  });

  test("a role without the action, in IAM's words", async () => {
    const { client } = await serve({ actions: ["ses:SendRawEmail"] });
    await expect(client.send(simple("noreply@opptak.example"))).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringContaining(`not authorized to perform: ses:SendEmail on resource: ${all[0]}`),
    });
  });

  test("a role that may use the identity but not the configuration set", async () => {
    const { client } = await serve({ resources: [arnOf("identity/opptak.example")] });
    const mime = await composed();
    await expect(client.send(raw(mime))).rejects.toMatchObject({ name: "AccessDenied" });
    await client.send(raw(mime, { ConfigurationSetName: undefined }));
  });

  test("a role that may send as another identity only", async () => {
    const { client } = await serve();
    await expect(client.send(simple("one@person.example"))).rejects.toMatchObject({ name: "AccessDenied" });
  });

  test("a configuration set that the template has not", async () => {
    const { client } = await serve({ resources: ["*"] });
    await expect(
      client.send(raw(await composed(), { ConfigurationSetName: "another" })),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^ConfigurationSetDoesNotExist/) });
  });

  test("a caller that is no function of the template", async () => {
    const { client } = await serve({ caller: "Stranger" });
    await expect(client.send(simple("noreply@opptak.example"))).rejects.toMatchObject({
      name: "InvalidClientTokenId",
    });
  });

  test("a tag with a sign that a tag may not have", async () => {
    const { client, mailbox } = await serve();
    const Tags = [{ Name: "message", Value: "receipt/01" }];
    await expect(client.send(raw(await composed(), { Tags }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    expect(mailbox.all()).toEqual([]);
  });

  test("to say how much may be sent to whoever may not ask", async () => {
    const { client } = await serve();
    await expect(client.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({ name: "AccessDenied" });
  });

  test("more than fifty recipients, and none", async () => {
    const { client } = await serve();
    const Destinations = Array.from({ length: 51 }, (_, place) => `p${place}@b.example`);
    const mime = await composed();
    await expect(client.send(raw(mime, { Destinations }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    await expect(client.send(simple("noreply@opptak.example", { Destination: {} }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });

  test("an action that it does not know", async () => {
    const { client } = await serve();
    await expect(
      client.send(new VerifyEmailIdentityCommand({ EmailAddress: "a@b.example" })),
    ).rejects.toMatchObject({ name: "InvalidAction" });
  });

  test("everything while it is down", async () => {
    const { client, mailbox } = await serve({ outage: true });
    await expect(client.send(raw(await composed()))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
    expect(mailbox.all()).toEqual([]);
  });
});

describe("the mailbox", () => {
  test("in a folder is there again after a restart, in order", async () => {
    const folder = temporaryFolder();
    const { client } = await serve({ folder });
    for (const Data of ["first", "second"]) {
      const Message = { Subject: { Data }, Body: { Text: { Data } } };
      await client.send(simple("noreply@opptak.example", { Message }));
    }
    const again = openMailbox(folder);
    const messages = await Promise.all(again.all().map(readMail));
    expect(messages.map(({ subject }) => subject)).toEqual(["first", "second"]);
    expect(messages[0]?.sentAt).toBe("2024-06-21T14:00:00.000Z");
    const sending = {
      source: "a@b.example",
      destinations: ["c@d.example"],
      raw: Buffer.from("Subject: third\n\n"),
    };
    again.keep(sending, june);
    expect(openMailbox(folder).all()).toHaveLength(3);
  });

  test("shows a mail as its reader sees it", async () => {
    const { client, mailbox } = await serve();
    await client.send(raw(await composed()));
    const [mail] = mailbox.all();
    if (!mail) throw new Error("no mail");
    const message = await readMail(mail);
    expect(message).toMatchObject({
      from: "Opptak <noreply@opptak.example>",
      to: ["prove@fjordklyngen.example"],
      subject: "Kvittering på søknad",
      text: "Vi har fått søknaden.\n",
      html: "<p>Vi har fått søknaden.</p>\n",
      calendar,
    });
    expect(message.headers).toContainEqual({ name: "X-Extra", value: "kept" });
  });
});
