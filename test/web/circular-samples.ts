// What staff write to those who have signed up for the webinar.
import { Circular, CircularId, type CircularWords } from "#shared/domain/circular.ts";
import { circularTrial } from "#shared/domain/circular-notices.ts";
import { languages } from "#shared/domain/text.ts";
import { instant } from "#shared/domain/time.ts";
import { saidIn } from "#shared/mail/parts.ts";
import { letterOf } from "#shared/mail/words.ts";
import { staffCircularPage } from "#web/staff/staff-circular-page.tsx";
import { staffCircularPreviewPage } from "#web/staff/staff-circular-preview-page.tsx";
import { staffCircularsPage } from "#web/staff/staff-circulars-page.tsx";
import type { View } from "#web/view.ts";
import { circularForm, readCircular } from "../../functions/staff-console/webinar/circular-form.ts";
import { call, officer } from "./sample-records.ts";

const path = `/staff/calls/${call.id}/webinar/messages`;
const at = instant("2024-04-20T10:00:00Z");
const id = CircularId.parse("1b671a64-40d5-491e-99b0-da01ff1f3341");
const words: CircularWords = {
  to: "registered-and-waiting",
  subject: "Program for webinaret",
  text: "Nå er programmet klart. Vi går gjennom:\n- hvem som kan søke\n- budsjettet\n- spørsmålene dere har sendt inn\n\nDere finner det her: https://nic.example/webinar/program-for-webinaret-om-opptak-av-nye-klynger-2024\n\nVel møtt!",
};
const circular = Circular.parse({
  ...{ id, callId: call.id, webinarId: call.webinar.id, ...words },
  ...{ sentBy: { id: officer.id, name: officer.name }, sentAt: "2024-04-20T10:00:00.000Z" },
  receivers: Array.from({ length: 342 }, (_, i) => String(i).padStart(32, "0")),
});
const mails = languages.map((language) => {
  const trial = circularTrial({ call, id, words, person: officer, language }, at);
  return { language, said: saidIn(letterOf(trial, "https://opptak.example")) };
});
const preview = { call, id, words, receivers: 342, mails, note: undefined };
const filled = { form: circularForm, answers: readCircular({}).typed, problems: [] };
const missing = readCircular({ subject: "", text: words.text });
const other = {
  ...circular,
  subject: "Lenken er ny",
  to: "registered" as const,
  receivers: circular.receivers.slice(0, 1),
};

const staffed = (draw: (view: View) => ReturnType<typeof staffCircularPage>) => ({
  path,
  who: officer,
  at,
  draw,
});

export const circularSamples = {
  "staff-circulars": staffed((view) =>
    staffCircularsPage(view, { call, filled, circulars: [circular, other] }),
  ),
  "staff-circulars-wrong": staffed((view) =>
    staffCircularsPage(view, {
      ...{ call, circulars: [] },
      filled: { ...filled, answers: missing.typed, problems: missing.problems },
    }),
  ),
  "staff-circular-preview": staffed((view) => staffCircularPreviewPage(view, preview)),
  "staff-circular-tried": staffed((view) => staffCircularPreviewPage(view, { ...preview, note: "tried" })),
  "staff-circular-number-changed": staffed((view) =>
    staffCircularPreviewPage(view, { ...preview, receivers: 1, note: "number-changed" }),
  ),
  "staff-circular": staffed((view) =>
    staffCircularPage(view, {
      ...{ call, circular },
      progress: { owed: 42, sent: 120, delivered: 170, failed: 3, "not-meant": 7 },
    }),
  ),
  "staff-circular-done": staffed((view) =>
    staffCircularPage(view, {
      ...{ call, circular: other },
      progress: { owed: 0, sent: 0, delivered: 1, failed: 0, "not-meant": 0 },
    }),
  ),
} as const;
