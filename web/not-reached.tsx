import type { Application } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import { Alert, Paragraph } from "./parts.tsx";
import type { View } from "./view.ts";
import { messageWords } from "./words/messages.ts";

export interface NotReachedProps {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  /** What came back, or was complained of. */
  readonly message: Message;
}

/** That a mail did not arrive, where the receipt is, and how the address is put right. */
export const NotReached = ({ view, call, application, message }: NotReachedProps) => {
  const { language } = view;
  const words = messageWords[language];
  const { id, submissions, reference } = application;
  const [contact] = call.contacts;
  const correct = message.content.kind === "receipt" ? words.correctInForm : words.correct;
  return (
    <Alert color="warning" title={words.returned(message.to)}>
      <Paragraph>{message.state === "complained" ? words.complained : words.returnedText}</Paragraph>
      <p>
        <a class="ds-link" href={`/${language}/applications/${id}${submissions > 0 ? "/receipt" : ""}`}>
          {submissions > 0 ? words.receipt(reference) : words.application(reference)}
        </a>
      </p>
      {contact && <Paragraph>{correct(contact.email)}</Paragraph>}
    </Alert>
  );
};
