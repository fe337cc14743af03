import type { Call } from "#shared/domain/call.ts";
import type { ControlPoints } from "#shared/domain/formal-control.ts";
import type { Form } from "#shared/form/form.ts";

/** Everything the service knows of a call. A new call is a new one of these and no other code. */
export interface CallDefinition {
  readonly call: Call;
  /** All levels; `formFor` picks one. */
  readonly application: Form;
  /** A form of the one section `signUp`. */
  readonly webinar: Form;
  /** What staff look at in an application before it is assessed. */
  readonly formalControl: ControlPoints;
  /** Where in the answers the facts lie that lists and receipts show, as `section.field`. */
  readonly facts: Readonly<
    Record<"organisation" | "organisationNumber" | "cluster" | "counties" | "receiptTo", string>
  >;
  /** Where applicants say what they think is not for the public, as `section.field`: the archive is told. */
  readonly secrets?: string;
}
