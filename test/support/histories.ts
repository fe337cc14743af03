import fc from "fast-check";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Application, Submission } from "#shared/domain/application.ts";
import type { Event } from "#shared/domain/event.ts";
import { type Extension, extensionDetail } from "#shared/domain/extension.ts";
import { type Link, nextLink, withLinks } from "#shared/domain/history.ts";
import { PersonId } from "#shared/domain/person.ts";
import { type Receipt, receiptOf, sealed } from "#shared/domain/receipt.ts";
import { copyOf, type Stored } from "#shared/domain/stored.ts";
import type { Instant } from "#shared/domain/time.ts";
import { anApplication, anEvent, aSubmission, sentEvent } from "./builders.ts";

/** An application with all that is kept of it. */
export interface Made {
  readonly application: Application;
  readonly links: readonly Link[];
  readonly submissions: readonly Submission[];
  readonly receipts: readonly Receipt[];
}

type Step = (made: Made, at: Instant) => Made | undefined;

/** The application after an event, if it is in one of these states. */
const after = (made: Made, event: Event, change: Partial<Application> = {}): Made => {
  const link = nextLink(made.application, event);
  const application = withLinks({ ...made.application, ...change }, [link]);
  return { ...made, application, links: [...made.links, link] };
};

const only =
  (states: readonly Application["state"][], step: Step): Step =>
  (made, at) =>
    states.includes(made.application.state) ? step(made, at) : undefined;

const by = (what: Event["what"], detail?: string) => (at: Instant) =>
  anEvent({ what, at, ...(detail && { detail }) });

const without = ({ changingSince: _, withdrawnAt: __, ...application }: Application): Application =>
  application;

const submit: Step = (made, at) => {
  const application = without(made.application);
  if (made.application.state === "submitted" && !made.application.changingSince) return undefined;
  const submission = aSubmission(application, { receivedAt: at });
  const receipt = receiptOf(nic2024.call, application, submission);
  const event = sealed(sentEvent(application, at), receipt, submission);
  const next = after({ ...made, application }, event, {
    state: "submitted",
    submittedAt: at,
    submissions: submission.number,
  });
  return {
    ...next,
    submissions: [...made.submissions, submission],
    receipts: [...made.receipts, receipt],
  };
};

const handOver: Step = (made, at) => {
  const joined = after(made, anEvent({ what: "colleague-joined", at, who: "person-2", detail: "c-1 edit" }));
  const owner = { ...made.application.owner, id: PersonId.parse("person-2") };
  return after(joined, by("ownership-handed-over", "c-1")(at), { owner });
};

const extend: Step = (made, at) => {
  const extension: Extension = {
    until: { kind: "moment", localTime: "2024-06-28T16:00:00", timeZone: "Europe/Oslo" },
    reason: "Sykdom",
    grantedBy: { id: "staff-1", name: "Siri Saksbehandler" },
    grantedAt: at,
  };
  const detail = extensionDetail(extension);
  const event = anEvent({ what: "extension-granted", at, who: "staff-1", detail });
  const { state } = made.application;
  return after(made, event, { state: state === "expired" ? "draft" : state, extension });
};

const steps: readonly Step[] = [
  only(["draft", "withdrawn", "submitted"], submit),
  only(["submitted"], (made, at) => after(made, by("change-begun")(at), { changingSince: at })),
  only(["submitted"], ({ application: { changingSince: _, ...application }, ...made }, at) =>
    after({ ...made, application }, by("change-ended")(at)),
  ),
  only(["submitted"], ({ application, ...made }, at) =>
    after({ ...made, application: without(application) }, by("application-withdrawn")(at), {
      state: "withdrawn",
      withdrawnAt: at,
    }),
  ),
  only(["draft", "withdrawn"], (made, at) =>
    after(made, by("level-changed", `${made.application.level} → impact`)(at), { level: "impact" }),
  ),
  only(["draft"], (made, at) => after(made, by("application-expired")(at), { state: "expired" })),
  only(["expired"], (made, at) => after(made, by("application-reopened")(at), { state: "draft" })),
  handOver,
  extend,
  (made, at) => after(made, by("application-viewed", made.application.reference)(at)),
];

/** Only begun. */
export const begun = (): Made => {
  const application = anApplication();
  const event = anEvent({ at: application.startedAt });
  return after({ application, links: [], submissions: [], receipts: [] }, event);
};

/** Histories as they come about, of whatever may happen in whatever order. */
export const histories = fc
  .array(fc.constantFrom(...steps), { maxLength: 14 })
  .map((chosen) =>
    chosen.reduce(
      (made, step, i) => step(made, made.application.startedAt.add({ minutes: i + 1 })) ?? made,
      begun(),
    ),
  );

/** One that has been sent, with more before and after. */
export const sentHistories = histories
  .map((made) => submit(made, made.application.startedAt.add({ minutes: 20 })) ?? made)
  .filter(({ submissions }) => submissions.length > 0);

/** As it is stored. */
export const storedOf = ({ application, links, submissions, receipts }: Made): Stored => ({
  id: application.id,
  application,
  links: links.map((is) => ({ number: is.number, is })),
  submissions: submissions.map((is) => ({ number: is.number, is: copyOf(is) })),
  receipts: receipts.map((receipt) => ({ number: receipt.number, is: { receipt, signature: "valid" } })),
});
