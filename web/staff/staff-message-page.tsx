import type { Call } from "#shared/domain/call.ts";
import type { Message } from "#shared/domain/message.ts";
import type { NotAgain } from "#shared/domain/sending-again.ts";
import type { Html } from "../document.ts";
import { Facts, Paragraph, Subheading } from "../parts.tsx";
import { MadeFor } from "../session-end.tsx";
import type { View } from "../view.ts";
import { messageNames } from "../words/message-names.ts";
import { messageWords } from "../words/messages.ts";
import { MessageTable } from "./message-table.tsx";
import { type Said, SaidText } from "./said.tsx";
import { may, StaffPage, staffPath } from "./staff-frame.tsx";

interface MessageProps {
  readonly call: Call;
  readonly message: Message;
  /** What it said; nothing when it has not been written yet. */
  readonly said: Said | undefined;
  /** Where staff see what it is about. */
  readonly place: string;
  readonly whyNot: NotAgain | undefined;
}

interface Whole {
  readonly view: View;
  readonly props: MessageProps;
}

const Words = ({ view, props: { said } }: Whole) => {
  const words = messageWords[view.language];
  if (!said) return <Paragraph>{words.unwritable}</Paragraph>;
  return (
    <>
      <Facts facts={[[words.subject, said.subject]]} />
      <Subheading>{words.text}</Subheading>
      <SaidText said={said} />
    </>
  );
};

const Again = ({ view, props: { message, whyNot } }: Whole) => {
  const words = messageWords[view.language];
  const why = { "still-owed": words.stillOwed, "lost-key": words.lostKey, "not-true": words.notTrue };
  if (whyNot) return <Paragraph>{why[whyNot]}</Paragraph>;
  return (
    <form method="post" action={staffPath(view, `/messages/${message.id}`)}>
      <MadeFor view={view} />
      <Paragraph>{words.sendAgainHelp}</Paragraph>
      <button type="submit" class="ds-button" data-variant="secondary">
        {words.sendAgain}
      </button>
    </form>
  );
};

/** One message: what became of it, what it said, and a way to send it once more. */
export const staffMessagePage = (view: View, props: MessageProps): Html => {
  const { language } = view;
  const { call, message, place } = props;
  const words = messageWords[language];
  return (
    <StaffPage
      view={view}
      title={messageNames[language].kinds[message.content.kind]}
      over={call.title[language]}
    >
      <p>
        <a class="ds-link" href={staffPath(view, place)}>
          {words.whatItIsAbout}
        </a>
      </p>
      <MessageTable view={view} call={call} messages={[message]} />
      <Words view={view} props={props} />
      {may(view, "work") && <Again view={view} props={props} />}
    </StaffPage>
  );
};
