import type { Child } from "hono/jsx";
import type { Examined } from "#shared/domain/verdict.ts";
import { Alert, Paragraph } from "./parts.tsx";
import { ReceiptFacts } from "./receipt-card.tsx";
import type { View } from "./view.ts";
import { verifyingWords } from "./words/verifying.ts";

const colours = {
  ours: "success",
  "other-answers": "danger",
  changed: "danger",
  "unknown-key": "danger",
  "not-a-receipt": "warning",
  unsigned: "warning",
} as const;

export const kindOf = (examined: Examined) =>
  examined.verdict === "ours" && examined.answers === "changed" ? "other-answers" : examined.verdict;

/** In focus when the page opens, so that it is read before all else. */
export const Told = ({
  title,
  color,
  children,
}: {
  readonly title: string;
  readonly color: "success" | "warning" | "danger";
  readonly children?: Child;
}) => (
  <section id="verdict" tabindex={-1} autofocus aria-labelledby="verdict-title">
    <Alert color={color}>
      <h2 class="ds-heading" data-size="xs" id="verdict-title">
        {title}
      </h2>
      {children}
    </Alert>
  </section>
);

/** What we have to say about what somebody showed us. */
export const Verdict = ({
  view: { language },
  examined,
}: {
  readonly view: View;
  readonly examined: Examined;
}) => {
  const words = verifyingWords[language];
  const kind = kindOf(examined);
  const { title, text } = words.verdicts[kind];
  const ours = examined.verdict === "ours" ? examined : undefined;
  return (
    <>
      <Told title={title} color={colours[kind]}>
        {ours && ours.answers !== "changed" && <Paragraph>{words.answers[ours.answers]}</Paragraph>}
        <Paragraph>{text}</Paragraph>
      </Told>
      {ours && <ReceiptFacts receipt={ours.receipt} signedBy={ours.key} language={language} />}
    </>
  );
};
