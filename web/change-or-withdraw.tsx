import { type Application, decideChange, decideWithdrawal } from "#shared/domain/application.ts";
import type { Call } from "#shared/domain/call.ts";
import { decideWriting, type May, mayDo } from "#shared/domain/colleague.ts";
import { Paragraph, Subheading } from "./parts.tsx";
import { MadeFor } from "./session-end.tsx";
import type { View } from "./view.ts";
import { changingWords } from "./words/changing.ts";
import { sendingWords } from "./words/sending.ts";

interface Props {
  readonly view: View;
  readonly call: Call;
  readonly application: Application;
  /** What whoever reads may do. */
  readonly may: May;
}

const at = ({ view, application }: Props) => `/${view.language}/applications/${application.id}`;

/** Begins a change, or leads to the one that is begun. */
const Change = (props: Props) => {
  const { view, application } = props;
  const words = changingWords[view.language];
  if (application.changingSince)
    return (
      <div>
        <a class="ds-button" href={at(props)}>
          {words.goOn}
        </a>
        <Paragraph>{words.changeLead}</Paragraph>
      </div>
    );
  return (
    <form method="post" action={`${at(props)}/change`}>
      <MadeFor view={view} />
      <button type="submit" class="ds-button">
        {words.change}
      </button>
      <Paragraph>{words.changeLead}</Paragraph>
    </form>
  );
};

const Withdraw = (props: Props) => {
  const words = sendingWords[props.view.language];
  return (
    <div>
      <a class="ds-button" data-variant="secondary" data-color="danger" href={`${at(props)}/withdrawal`}>
        {words.withdraw}
      </a>
      <Paragraph>{words.withdrawLead}</Paragraph>
    </div>
  );
};

/** What can still be done with what was sent, by whoever may. */
export const ChangeOrWithdraw = (props: Props) => {
  const { view, call, application, may } = props;
  const words = changingWords[view.language];
  const decides = mayDo(may, "decide");
  const changes = application.changingSince
    ? decideWriting(call, application, may, view.at).ok
    : decides && decideChange(call, application, view.at).ok;
  const withdraws = decides && decideWithdrawal(call, application, view.at).ok;
  if (!changes && !withdraws) return null;
  return (
    <section class="no-print" aria-labelledby="change">
      <Subheading id="change">{withdraws ? words.ways : words.change}</Subheading>
      <div class="ways">
        {changes && <Change {...props} />}
        {withdraws && <Withdraw {...props} />}
      </div>
    </section>
  );
};
