// The webinar as staff see and change it.
import { instant } from "#shared/domain/time.ts";
import { readSingleSection } from "#shared/form/single-section.ts";
import { staffNeedsPage } from "#web/staff/staff-needs-page.tsx";
import { staffNewRegistrationPage } from "#web/staff/staff-new-registration-page.tsx";
import { staffRegistrationPage } from "#web/staff/staff-registration-page.tsx";
import { staffWebinarConfirmPage } from "#web/staff/staff-webinar-confirm-page.tsx";
import { staffWebinarPage } from "#web/staff/staff-webinar-page.tsx";
import type { View } from "#web/view.ts";
import { reasonForm } from "../../functions/staff-console/registrations/show.ts";
import { type FormName, webinarForms } from "../../functions/staff-console/webinar/forms.ts";
import { asTyped, readChange } from "../../functions/staff-console/webinar/read-change.ts";
import { call, officer, registrationIn, webinar } from "./sample-records.ts";

const path = `/staff/calls/${call.id}/webinar`;
const limited = {
  ...call,
  webinar: { ...call.webinar, places: 300, joinLink: "https://mote.example/nic-2024?pwd=a1b2c3" },
};
const calledOff = { ...call, webinar: { ...limited.webinar, cancelledAt: instant("2024-04-20T10:00:00Z") } };
const counts = { registered: 300, waiting: 42, cancelled: 12 };
const now = asTyped(limited.webinar);
const filled = (name: FormName) => ({ form: webinarForms[name], answers: now[name], problems: [] });
const forms = {
  places: filled("places"),
  "join-link": filled("join-link"),
  recording: filled("recording"),
  move: filled("move"),
};
const page = { call: limited, counts, forms, notice: undefined };

const at = instant("2024-04-20T10:00:00Z");
const wrong = { ...now.move, date: "1.4.2024", ends: "11.00", signUpDate: "snart" };
const tooEarly = { ...now.move, date: "1.4.2024", ends: "11.00" };
const move = (body: Readonly<Record<string, unknown>>) => {
  const { typed, problems } = readChange("move", body, limited.webinar, at);
  return { ...forms, move: { form: webinarForms.move, answers: typed, problems } };
};

const startsAt = instant("2024-05-02T11:00:00Z");
const moved = { ...limited.webinar, startsAt, endsAt: startsAt.add({ minutes: 90 }) };
const confirm = { call: limited, revision: 3, receivers: { registered: 300, waiting: 42 } };

const added = { form: webinar, answers: { name: "Eline Strand" }, problems: [] };
const { problems } = readSingleSection(webinar, added.answers);
const noReason = readSingleSection(reasonForm, { reason: "" });
const one = {
  ...{ call, registration: { ...registrationIn("registered"), addedByStaff: true as const }, messages: [] },
  cancelling: { form: reasonForm, answers: { reason: "" }, problems: noReason.problems },
};

const staffed = (draw: (view: View) => ReturnType<typeof staffWebinarPage>) => ({
  path,
  who: officer,
  at,
  draw,
});

export const staffWebinarSamples = {
  "staff-registration-new": staffed((view) =>
    staffNewRegistrationPage(view, { call, filled: { ...added, problems }, notice: undefined }),
  ),
  "staff-needs": staffed((view) =>
    staffNeedsPage(view, {
      call,
      all: [
        { registration: registrationIn("registered"), needs: "Tegnspråktolk" },
        {
          registration: registrationIn("waiting"),
          needs: "Teksting av alt som blir sagt, og lysbildene på forhånd",
        },
      ],
    }),
  ),
  "staff-needs-none": staffed((view) => staffNeedsPage(view, { call, all: [] })),
  "staff-registration-cancel": staffed((view) => staffRegistrationPage(view, one)),
  "staff-webinar": staffed((view) => staffWebinarPage(view, page)),
  "staff-webinar-wrong": staffed((view) => staffWebinarPage(view, { ...page, forms: move(wrong) })),
  "staff-webinar-too-early": staffed((view) => staffWebinarPage(view, { ...page, forms: move(tooEarly) })),
  "staff-webinar-called-off": staffed((view) => staffWebinarPage(view, { ...page, call: calledOff })),
  "staff-webinar-move": staffed((view) =>
    staffWebinarConfirmPage(view, {
      ...{ ...confirm, webinar: moved, action: "move" },
      typed: { ...now.move, date: "2.5.2024" },
    }),
  ),
  "staff-webinar-join-link": staffed((view) =>
    staffWebinarConfirmPage(view, {
      ...{ ...confirm, call, webinar: limited.webinar, action: "join-link" },
      ...{ typed: { joinLink: "https://mote.example/nic" }, receivers: { registered: 300, waiting: 0 } },
    }),
  ),
  "staff-webinar-call-off": staffed((view) =>
    staffWebinarConfirmPage(view, { ...confirm, webinar: calledOff.webinar, action: "call-off", typed: {} }),
  ),
} as const;
