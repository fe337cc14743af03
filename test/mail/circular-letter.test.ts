import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { MessageContent } from "#shared/domain/message.ts";
import { mimeOf } from "#shared/mail/mime.ts";
import { letterOf } from "#shared/mail/words.ts";
import { messageOf, sender } from "./sample-messages.ts";

const withWords = (text: string, subject = "Program") =>
  messageOf(
    MessageContent.parse({
      ...{ kind: "webinar-circular-trial", callId: "nic-2024", name: "Ola", subject, text },
      webinar: { startsAt: "2024-05-02T10:00:00.000Z", endsAt: "2024-05-02T11:00:00.000Z" },
    }),
    "nb",
  );
const paragraphsOf = (text: string) => letterOf(withWords(text), sender.siteUrl).paragraphs.slice(1);

test("what staff write keeps its paragraphs and lines", async () => {
  const text = "\nFørst dette:\n- en\n- to\n \n\nSå dette.\n\n";
  expect(paragraphsOf(text)).toEqual(["Først dette:\n- en\n- to", "Så dette."]);
  const read = await simpleParser(await mimeOf(withWords(text), sender));
  expect(read.text).toContain("Først dette:\n- en\n- to\n\nSå dette.");
  expect(read.html).toContain("<p>Først dette:<br>- en<br>- to</p><p>Så dette.</p>");
});

test("an address in it can be copied, and is no link", async () => {
  const read = await simpleParser(
    await mimeOf(withWords("Se https://nic.example/a?b=1&c, <i>nå</i>"), sender),
  );
  expect(read.text).toContain("Se https://nic.example/a?b=1&c, <i>nå</i>");
  expect(read.html).toContain("<p>Se https://nic.example/a?b=1&amp;c, &lt;i&gt;nå&lt;/i&gt;</p>");
  expect(read.html).not.toContain('href="https://nic.example');
});

test("nothing in it is unseen or turns the text around it", () => {
  expect(paragraphsOf("a\u202eb\u0007c")).toEqual(["a b c"]);
  const { subject } = letterOf(withWords("a", "En\nBcc: b@prove.example\u202e"), sender.siteUrl);
  expect(subject).toMatch(/^En Bcc: b@prove\.example: /);
});

test("the frame tells when the webinar is, where the registration is changed, and whom to ask", () => {
  const letter = letterOf(withWords("Tekst"), sender.siteUrl);
  expect(letter.greeting).toBe("Hei, Ola.");
  expect(letter.facts.flat()).toContain("2. mai 2024 kl. 12.00–13.00 (norsk tid)");
  expect(letter.link?.href).toBe("https://opptak.example/nb/calls/nic-2024/webinar/link");
  expect(letter.closing.join()).toContain("@");
});
