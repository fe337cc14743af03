import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Clock } from "../clock.ts";
import { accessKeyIn, type Permissions } from "../permissions.ts";
import { serviceError, toldOf } from "../service-error.ts";
import type { Template } from "../template.ts";
import type { Mailbox, Sending } from "./mailbox.ts";
import { readSending } from "./ses-request.ts";

export interface SesOptions {
  readonly template: Template;
  readonly permissions: Permissions;
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  /** Whether SES is down just now. */
  readonly outage: () => boolean;
  /** Whether more is sent than may be, just now. */
  readonly throttles?: () => boolean;
}

const limits = { recipients: 50, bytes: 10 * 1024 * 1024 };

const bareAddress = (sender: string): string => /<([^<>]*)>\s*$/.exec(sender)?.[1] ?? sender.trim();

/** The identity that vouches for an address: the address itself, its domain, or a domain above it. */
const identityOf = (identities: readonly string[], address: string): string | undefined => {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return (
    identities.find((identity) => identity.toLowerCase() === address.toLowerCase()) ??
    identities.find((identity) => domain === identity || domain.endsWith(`.${identity}`))
  );
};

const namesOf = (template: Template, type: string): readonly string[] =>
  template.resources(type).map(({ id }) => template.name(id));

const escapeXml = (content: string): string =>
  content.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const namespace = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const metadata = (): string => `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;

const sendXml = (response: ServerResponse, status: number, content: string): void => {
  response.writeHead(status, { "content-type": "text/xml" }).end(content);
};

const sendResult = (response: ServerResponse, action: string, result: string): void =>
  sendXml(
    response,
    200,
    `<${action}Response ${namespace}><${action}Result>${result}</${action}Result>${metadata()}</${action}Response>`,
  );

const sendError = (response: ServerResponse, error: unknown): void => {
  const { name, message, status } = toldOf(error);
  const fault = `<Type>${status < 500 ? "Sender" : "Receiver"}</Type><Code>${name}</Code><Message>${escapeXml(message)}</Message>`;
  sendXml(response, status, `<ErrorResponse ${namespace}><Error>${fault}</Error></ErrorResponse>`);
};

/** A small SES (its query API): checks who sends as whom, and keeps what is sent instead of sending it. */
export const sesServer = (options: SesOptions): Server => {
  const { template, permissions, mailbox, clock, outage, throttles = () => false } = options;
  const identities = namesOf(template, "AWS::SES::EmailIdentity");
  const configurationSets = namesOf(template, "AWS::SES::ConfigurationSet");
  const arn = (rest: string) => `arn:aws:ses:${template.region}:${template.account}:${rest}`;

  const ensureAllowed = (accessKey: string, action: string, sending: Sending): void => {
    const address = bareAddress(sending.source);
    const identity = identityOf(identities, address);
    if (identity === undefined) {
      const region = template.region.toUpperCase();
      const reason = `Email address is not verified. The following identities failed the check in region ${region}`;
      throw serviceError("MessageRejected", `${reason}: ${address}`);
    }
    const set = sending.configurationSet;
    if (set !== undefined && !configurationSets.includes(set))
      throw serviceError("ConfigurationSetDoesNotExist", `Configuration set <${set}> does not exist.`);
    const resources = [
      arn(`identity/${identity}`),
      ...(set === undefined ? [] : [arn(`configuration-set/${set}`)]),
    ];
    const context = { "ses:FromAddress": address };
    for (const resource of resources) {
      const refusal = permissions.refusal(accessKey, `ses:${action}`, resource, context);
      if (refusal !== undefined) throw serviceError("AccessDenied", refusal, 403);
    }
  };

  const ensureWithinLimits = ({ destinations, raw }: Sending): void => {
    if (destinations.length === 0) throw serviceError("InvalidParameterValue", "Missing final destination");
    if (destinations.length > limits.recipients)
      throw serviceError("InvalidParameterValue", `Recipient count exceeds ${limits.recipients}.`);
    if (raw.length > limits.bytes)
      throw serviceError("InvalidParameterValue", `Message length is more than ${limits.bytes} bytes long`);
  };

  const send = async (accessKey: string, action: string, form: URLSearchParams): Promise<string> => {
    const sending = await readSending(form);
    ensureAllowed(accessKey, action, sending);
    ensureWithinLimits(sending);
    if (throttles()) throw serviceError("Throttling", "Maximum sending rate exceeded.");
    return `<MessageId>${mailbox.keep(sending, clock.now()).id}</MessageId>`;
  };

  const quota = (accessKey: string): string => {
    const refusal = permissions.refusal(accessKey, "ses:GetSendQuota", "*");
    if (refusal !== undefined) throw serviceError("AccessDenied", refusal, 403);
    return `<Max24HourSend>50000</Max24HourSend><MaxSendRate>14</MaxSendRate><SentLast24Hours>${mailbox.all().length}</SentLast24Hours>`;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request));
    const action = form.get("Action") ?? "";
    const accessKey = accessKeyIn(request.headers.authorization);
    if (outage())
      throw serviceError("ServiceUnavailable", "The local runtime's SES is down, as was asked for.", 503);
    if (!permissions.knows(accessKey))
      throw serviceError(
        "InvalidClientTokenId",
        "The security token included in the request is invalid.",
        403,
      );
    const result = action === "GetSendQuota" ? quota(accessKey) : await send(accessKey, action, form);
    sendResult(response, action, result);
  };

  return createServer((request, response) => {
    serve(request, response).catch((error: unknown) => sendError(response, error));
  });
};
