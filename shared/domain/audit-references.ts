import type { Break, BreakCode } from "./break.ts";

/** An application's reference, or what a reference leads to. */
export interface Leading {
  readonly application: string;
  readonly reference: string;
}

/** What is stored of all applications to a call, as far as one points at another. */
export interface Pointing {
  /** Applications that are there. */
  readonly applications: readonly Leading[];
  /** What each reference that was taken leads to. */
  readonly references: readonly Leading[];
  /** Applications that earlier audits saw. */
  readonly earlier: readonly Leading[];
  /** References of applications that were deleted, as the call's events tell. */
  readonly deleted: ReadonlySet<string>;
  /** Ids of applications of which something is stored. What is missing of them is found one by one. */
  readonly known: ReadonlySet<string>;
}

const missing = ({ known, deleted }: Pointing, pointers: readonly Leading[]): readonly Break[] => {
  const gone = pointers.filter(
    ({ application, reference }) => !known.has(application) && !deleted.has(reference),
  );
  return [...new Map(gone.map((one) => [one.application, one])).values()].map((one) => ({
    ...one,
    code: "application-missing",
  }));
};

/** Breaks between applications: one that is gone, two with one reference, a reference that leads elsewhere or is not kept. */
export const auditReferences = (pointing: Pointing): readonly Break[] => {
  const { applications, references, earlier } = pointing;
  const leadsTo = new Map(references.map(({ reference, application }) => [reference, application]));
  const holders = Map.groupBy(applications, ({ reference }) => reference);
  const referenceOf = new Map(applications.map(({ application, reference }) => [application, reference]));
  const flawOf = ({ application, reference }: Leading): BreakCode | undefined => {
    if (holders.get(reference)?.[1]) return "reference-twice";
    const to = leadsTo.get(reference);
    if (to === undefined) return "reference-missing";
    return to === application ? undefined : "reference-leads-elsewhere";
  };
  const ofApplications = applications.flatMap((one) => {
    const code = flawOf(one);
    return code ? [{ ...one, code }] : [];
  });
  const astray = references
    .filter(({ application, reference }) => (referenceOf.get(application) ?? reference) !== reference)
    .map((one) => ({ ...one, code: "reference-leads-elsewhere" as const }));
  return [...missing(pointing, [...references, ...earlier]), ...ofApplications, ...astray];
};
