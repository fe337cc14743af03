import fc from "fast-check";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { MessageContent, owe } from "#shared/domain/message.ts";
import { instant } from "#shared/domain/time.ts";
import { mimeOf } from "#shared/mail/mime.ts";
import { typed } from "#shared/mail/typed.ts";

const site = "https://opptak.example";
const contact = "nic@opptak.example";

const mailTo = (name: string): Promise<Buffer> => {
  const content = MessageContent.parse({
    kind: "registration",
    callId: "nic-2024",
    webinarId: "nic-2024-webinar",
    registrationId: "0123456789abcdef0123456789abcdef",
    name,
    email: "kare@prove.example",
    webinar: { startsAt: "2024-04-30T10:00:00.000Z", endsAt: "2024-04-30T11:00:00.000Z" },
    sequence: 0,
    promoted: false,
    key: "k_-1",
  });
  const message = owe(
    { id: "registration.01.0", to: "kare@prove.example", language: "nb", content },
    instant("2024-04-15T08:00:00Z"),
  );
  return mimeOf(message, { from: "noreply@opptak.example", replyTo: contact, siteUrl: site });
};

/** Every address that a mail reader makes of a mail: the links there are, and what it takes for links in the text. */
const linksIn = async (raw: Buffer): Promise<string[]> => {
  const { html, textAsHtml } = await simpleParser(raw);
  return [...`${html}${textAsHtml}`.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
};

const address = fc.oneof(
  fc.webUrl(),
  fc.emailAddress(),
  fc.domain(),
  fc.domain().map((domain) => `www.${domain}`),
  fc.domain().map((domain) => `//${domain}/x`),
);

test("a name that is a web or e-mail address is no link in a reader that looks for them", async () => {
  const ours = (await linksIn(await mailTo("Kari Testesen"))).length;
  expect(ours).toBeGreaterThan(0);
  await fc.assert(
    fc.asyncProperty(address, async (name) => {
      const links = await linksIn(await mailTo(name));
      expect(links).toHaveLength(ours);
      for (const link of links)
        expect(link.startsWith(`${site}/`) || link === `mailto:${contact}`).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("what is typed is one line, and reads as it was typed", async () => {
  await fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const line = typed(text);
      expect(line).not.toMatch(/[\r\n\u2028\u2029\u202e]/);
      const readable = text.replace(/[\u2028\u2029]+/g, " ").replaceAll("\u2060", "");
      expect(line.replaceAll("\u2060", "")).toBe(readable.trim());
    }),
  );
  expect(typed("Kåre\r\nBcc: øst\u202e")).toBe("Kåre Bcc: øst");
});

test("an ordinary name is left as it is", () => {
  for (const name of ["Kåre A. Ødegård", "Ærlig & Sønn", "Nord/ sør", "Kl. 16"])
    expect(typed(name)).toBe(name);
});
