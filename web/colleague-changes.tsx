import type { Child } from "hono/jsx";
import type { Colleague } from "#shared/domain/colleague.ts";
import { mayTakeOver } from "#shared/domain/invitation.ts";
import type { ColleaguesProps } from "./pages/colleagues-page.tsx";
import { Paragraph } from "./parts.tsx";
import type { View } from "./view.ts";
import { colleagueWords } from "./words/colleagues.ts";

interface One {
  readonly view: View;
  readonly props: ColleaguesProps;
  readonly colleague: Colleague;
}

/** What a colleague is called: by name once they have joined. */
export const nameOf = (colleague: Colleague): string =>
  colleague.state === "joined" ? colleague.person.name : colleague.email;

const Press = ({
  to,
  fields,
  danger,
  children,
}: {
  readonly to: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly danger?: boolean;
  readonly children?: Child;
}) => (
  <form method="post" action={to}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button
      type="submit"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      data-color={danger ? "danger" : undefined}
    >
      {children}
    </button>
  </form>
);

/** What the owner may do with a colleague, folded away so that it is not done by a slip. */
export const Changes = ({ view, props, colleague }: One) => {
  const words = colleagueWords[view.language];
  const at = `/${view.language}/applications/${props.application.id}/colleagues/${colleague.id}`;
  const other = colleague.may === "edit" ? "read" : "edit";
  return (
    <details class="ds-details">
      <summary>
        {words.change}
        <span class="ds-sr-only"> {nameOf(colleague)}</span>
      </summary>
      <div class="actions">
        <Press to={at} fields={{ action: "change", may: other }}>
          {other === "edit" ? words.toEdit : words.toRead}
        </Press>
        {colleague.state === "invited" && (
          <Press to={at} fields={{ action: "send-again" }}>
            {words.sendAgain}
          </Press>
        )}
        {mayTakeOver(colleague) && (
          <a class="ds-button" data-variant="secondary" data-size="sm" href={`${at}/ownership`}>
            {words.handOver}
          </a>
        )}
        <Press to={at} fields={{ action: "remove" }} danger>
          {words.remove}
        </Press>
      </div>
    </details>
  );
};

/** The way out for a colleague. */
export const Leave = ({ view, props, colleague }: One) => {
  const words = colleagueWords[view.language];
  return (
    <details class="ds-details">
      <summary>{words.leave}</summary>
      <div>
        <Paragraph>{words.leaveLead}</Paragraph>
        <Press
          to={`/${view.language}/applications/${props.application.id}/colleagues/${colleague.id}`}
          fields={{ action: "remove" }}
          danger
        >
          {words.leave}
        </Press>
      </div>
    </details>
  );
};
