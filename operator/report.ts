import type { Signature } from "#shared/domain/stored.ts";
import type { Audit } from "./audit-all.ts";
import type { Finding } from "./finding.ts";
import { sentenceOf } from "./words.ts";

const sum = (findings: readonly Finding[], of: "events" | "submissions" | "receipts"): number =>
  findings.reduce((total, finding) => total + finding[of], 0);

const countsOf = ({ findings, deletions, breaks }: Audit) => {
  const signatures = findings.flatMap((finding) => finding.signatures);
  const having = (signature: Signature): number => signatures.filter((one) => one === signature).length;
  return {
    applications: findings.length,
    submissions: sum(findings, "submissions"),
    events: sum(findings, "events"),
    receipts: sum(findings, "receipts"),
    valid: having("valid"),
    notChecked: having("not-checked"),
    owed: having("none"),
    deleted: deletions,
    breaks: breaks.length,
  };
};

const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

const summaryOf = (counts: ReturnType<typeof countsOf>, checked: boolean): string => {
  const signatures = checked
    ? `${counted(counts.valid, "signature")} valid`
    : `${counted(counts.notChecked, "signature")} not checked, as no keys were given`;
  const parts = [
    counted(counts.applications, "application"),
    counted(counts.submissions, "submission"),
    counted(counts.events, "event"),
    counted(counts.receipts, "receipt"),
    signatures,
    `${counts.owed.toLocaleString("en")} owed`,
    ...(counts.deleted > 0 ? [`${counted(counts.deleted, "application")} deleted`] : []),
  ];
  return `${parts.join(", ")}; ${counted(counts.breaks, "break")}`;
};

/** A line for each break, of codes and ids, and one that sums up. */
export const asText = (audit: Audit, checked: boolean): string => {
  const lines = audit.breaks.map((one) =>
    [one.application, one.reference ?? "-", one.number ?? "-", one.code, sentenceOf(one)].join("\t"),
  );
  return [...lines, summaryOf(countsOf(audit), checked), ""].join("\n");
};

/** The same for programs, with where each history ends, so that a later audit can see whether it has been written anew. */
export const asJson = (audit: Audit, call: string): string => {
  const breaks = audit.breaks.map((one) => ({ ...one, sentence: sentenceOf(one) }));
  const heads = audit.findings.flatMap(({ head }) => head ?? []);
  return `${JSON.stringify({ call, counts: countsOf(audit), breaks, heads }, undefined, 2)}\n`;
};
