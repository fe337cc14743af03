// The webinar as its visitors meet it: sign-up, a place, a place in the line, afterwards.
import { t } from "#shared/domain/text.ts";
import { type Instant, instant } from "#shared/domain/time.ts";
import { askingOnly } from "#shared/form/single-section.ts";
import { registrationDetailsPage } from "#web/pages/registration-details-page.tsx";
import { registrationPage } from "#web/pages/registration-page.tsx";
import { webinarClosedPage } from "#web/pages/webinar-closed-page.tsx";
import { webinarLinkPage, webinarLinkSentPage } from "#web/pages/webinar-link-page.tsx";
import { webinarPage } from "#web/pages/webinar-page.tsx";
import { webinarReceivedPage } from "#web/pages/webinar-received-page.tsx";
import type { View } from "#web/view.ts";
import { afterDeadline, beforeCall, call, registrationIn, webinar } from "./sample-records.ts";

type Registration = Parameters<typeof registrationPage>[1];

const path = `/calls/${call.id}/webinar`;
const opened = instant("2024-04-15T07:00:00Z");
const signUp = {
  call,
  form: webinar,
  answers: {},
  problems: [],
  notice: undefined,
  opened,
  isFull: false,
};
const filledIn = {
  name: "Eline Strand",
  email: "eline@firma.example",
  organisation: "Berge & Sønn AS",
  organisationNumber: "986 399 445",
  role: "Klyngeleder",
  interest: "explore",
  questions: "Kan en klynge som er tatt opp tidligere, søke igjen?",
  needs: "Teksting",
  language: "nb",
};
const limited = { ...call, webinar: { ...call.webinar, places: 300 } };
const held = {
  ...call,
  webinar: { ...call.webinar, recording: "https://opptak.example/webinar" },
};
const calledOff = { ...call, webinar: { ...call.webinar, cancelledAt: instant("2024-04-20T10:00:00Z") } };
const joined = { ...call, webinar: { ...limited.webinar, joinLink: "https://mote.example/nic" } };
const closedAt = instant("2024-04-29T22:00:00Z");

const registration = (given: Partial<Registration>, at?: Instant) => ({
  path: `/registrations/${"1".padStart(32, "0")}?key=abc`,
  ...(at && { at }),
  draw: (view: View) =>
    registrationPage(view, {
      call,
      registration: registrationIn("registered"),
      key: "abc",
      isChanged: false,
      mayChange: true,
      maySignUp: false,
      ...given,
    }),
});

export const webinarSamples = {
  webinar: { path, draw: (view: View) => webinarPage(view, signUp) },
  "webinar-full": {
    path,
    draw: (view: View) => webinarPage(view, { ...signUp, call: limited, isFull: true }),
  },
  "webinar-too-fast": {
    path,
    draw: (view: View) =>
      webinarPage(view, {
        ...signUp,
        answers: filledIn,
        notice: {
          title: "Trykk en gang til for å melde deg på",
          explanation: "Ingenting er galt med det du skrev. Vent noen sekunder og trykk en gang til.",
        },
      }),
  },
  "webinar-problems": {
    path,
    draw: (view: View) =>
      webinarPage(view, {
        ...signUp,
        answers: { name: '<b>Kari & "Ola"</b>', email: "kari" },
        problems: [
          {
            pointer: "/email",
            code: "unreadable",
            label: t("E-post", "E-post", "E-mail"),
            message: t("Adressen kan ikke leses", "Adressa kan ikkje lesast", "The address cannot be read"),
          },
        ],
      }),
  },
  "webinar-closed": { path, at: closedAt, draw: (view: View) => webinarClosedPage(view, { call }) },
  "webinar-recorded": {
    path,
    at: afterDeadline,
    draw: (view: View) => webinarClosedPage(view, { call: held }),
  },
  "webinar-called-off": { path, draw: (view: View) => webinarClosedPage(view, { call: calledOff }) },
  "webinar-early": { path, at: beforeCall, draw: (view: View) => webinarClosedPage(view, { call }) },
  "webinar-received": { path, draw: (view: View) => webinarReceivedPage(view, { call }) },
  "webinar-link": {
    path: `${path}/link`,
    draw: (view: View) =>
      webinarLinkPage(view, { ...signUp, form: askingOnly(webinar, (name) => name === "email") }),
  },
  "webinar-link-sent": { path: `${path}/link`, draw: (view: View) => webinarLinkSentPage(view, { call }) },
  registration: registration({}),
  "registration-joined": registration({ call: joined, isChanged: true }),
  "registration-waiting": registration({ call: limited, registration: registrationIn("waiting") }),
  "registration-cancelled": registration({
    call: limited,
    registration: registrationIn("cancelled"),
    mayChange: false,
    maySignUp: true,
  }),
  "registration-called-off": registration({ call: calledOff }),
  "registration-afterwards": registration({ call: held, mayChange: false }, afterDeadline),
  "registration-details": {
    path: `/registrations/${"1".padStart(32, "0")}/details?key=abc`,
    draw: (view: View) =>
      registrationDetailsPage(view, {
        call,
        form: askingOnly(webinar, (name) => name !== "email"),
        registration: registrationIn("registered"),
        key: "abc",
        answers: filledIn,
        problems: [],
      }),
  },
};
