import type { Child } from "hono/jsx";
import { Facts } from "./parts.tsx";
import { type Name, type OfReceipt, receiptFacts } from "./receipt-facts.ts";
import { receiptWords } from "./words/receipt.ts";

const drawn = (name: Name, value: string, standing: Child) => {
  if (name === "reference") return <strong class="reference">{value}</strong>;
  if (name === "digest") return <code class="digest">{value}</code>;
  if (name !== "number" || !standing) return value;
  return (
    <>
      {value}. {standing}
    </>
  );
};

interface FactsProps extends OfReceipt {
  /** What has become of the submission since, where that is known. */
  readonly standing?: Child;
  /** What is to be said below. */
  readonly children?: Child;
}

export const ReceiptFacts = ({ standing, children, ...of }: FactsProps) => (
  <div class="ds-card proof">
    <Facts facts={receiptFacts(of).map(({ name, label, value }) => [label, drawn(name, value, standing)])} />
    <p class="small">{receiptWords[of.language].digestHelp}</p>
    {children}
  </div>
);
