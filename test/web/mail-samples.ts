// What became of mail, as staff and its reader see it.
import { calls } from "#shared/calls/index.ts";
import { instant } from "#shared/domain/time.ts";
import { myPage } from "#web/pages/my-page.tsx";
import { staffMessagePage } from "#web/staff/staff-message-page.tsx";
import { staffRegistrationPage } from "#web/staff/staff-registration-page.tsx";
import { staffUndeliveredPage } from "#web/staff/staff-undelivered-page.tsx";
import type { View } from "#web/view.ts";
import { sentOf } from "./change-samples.tsx";
import { newIds } from "./sample-props.ts";
import { applicant, applicationIn, call, message, officer, registrationIn, sent } from "./sample-records.ts";

const bounced = message("bounced", 1);
const registered = registrationIn("registered", 1);
const since = instant("2024-06-20T11:02:03Z");
const said = {
  subject: "Kvittering for søknad NIC24-0000-0000",
  text: "Vi har mottatt søknaden deres.\n\nReferanse: NIC24-0000-0000\nInnsending: 1\n\nOpptak",
};
const place = `/applications/${sent.id}`;

export const mailSamples = {
  "staff-message": {
    path: `/staff/messages/${bounced.id}`,
    who: officer,
    draw: (view: View) => staffMessagePage(view, { call, message: bounced, said, place, whyNot: undefined }),
  },
  "staff-message-owed": {
    path: `/staff/messages/${bounced.id}`,
    who: officer,
    draw: (view: View) =>
      staffMessagePage(view, {
        call,
        message: { ...message("owed", 2), maybeTwice: 1 },
        said: undefined,
        place,
        whyNot: "still-owed",
      }),
  },
  "staff-registration": {
    path: `/staff/registrations/${call.webinar.id}/${registered.id}`,
    who: officer,
    draw: (view: View) =>
      staffRegistrationPage(view, {
        call,
        registration: registered,
        messages: [message("delivered", 1), message("complained", 2), message("withheld", 1)],
        unreadable: ["registration.0123456789abcdef.002"],
      }),
  },
  "staff-undelivered": {
    path: `/staff/calls/${call.id}/undelivered`,
    who: officer,
    draw: (view: View) =>
      staffUndeliveredPage(view, {
        call,
        last: {
          at: since,
          count: 1203,
          items: [
            { about: "submission", id: sent.id, name: sent.reference, state: "bounced", since },
            { about: "submission", id: sent.id, name: sent.reference, state: "missing", since },
            { about: "registration", id: registered.id, name: registered.name, state: "sent", since },
          ],
        },
      }),
  },
  "staff-undelivered-none": {
    path: `/staff/calls/${call.id}/undelivered`,
    who: officer,
    draw: (view: View) => staffUndeliveredPage(view, { call, last: undefined }),
  },
  "my-page-not-reached": {
    path: "/my-page",
    who: applicant,
    draw: (view: View) =>
      myPage(view, {
        ...{ calls, applications: [sent, applicationIn("submitted", 3)], shared: [], newIds },
        sent: sentOf([sent]),
        notReached: new Map([
          [sent.id, bounced],
          [applicationIn("submitted", 3).id, message("complained", 1)],
        ]),
      }),
  },
};
