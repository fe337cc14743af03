// A call with numbers of every kind near its deadline, and one before anything has come.
import { type CallNumbers, numbersFrom, atRisk as riskOf } from "#shared/domain/numbers.ts";
import { instant } from "#shared/domain/time.ts";
import { staffStatisticsPage } from "#web/staff/staff-statistics-page.tsx";
import type { View } from "#web/view.ts";
import { call, events, officer } from "./sample-records.ts";

const dayBefore = instant("2024-06-20T12:00:00Z");

const sums = {
  all: {
    ...{
      connect_draft: 41,
      connect_submitted: 88,
      connect_withdrawn: 3,
      explore_draft: 1,
      explore_submitted: 120,
    },
    ...{ impact_submitted: 27, registered: 1204, waiting: 12, cancelled: 33 },
  },
  "2024-04-02": { started: 12, registered: 240 },
  "2024-04-20": { started: 31, registered: 700 },
  "2024-04-29": { started: 14, registered: 276 },
  "2024-05-24": { started: 90, sent: 4 },
  "2024-06-14": { started: 80, sent: 60 },
  "2024-06-20": { started: 53, sent: 171 },
};

/** As many as may come, and two lines that end beside each other. */
const huge = {
  all: {
    ...{ connect_draft: 400, connect_submitted: 40_000, explore_submitted: 35_000, explore_expired: 1000 },
    ...{ impact_submitted: 23_600, registered: 1_000_000, waiting: 1204, cancelled: 3300 },
  },
  "2024-04-02": { started: 1200, registered: 240_000 },
  "2024-05-24": { started: 9000, sent: 400, registered: 760_000 },
  "2024-06-20": { started: 89_800, sent: 98_600 },
};

const numbers = numbersFrom(new Map(Object.entries(sums)));
const many = numbersFrom(new Map(Object.entries(huge)));
const none = numbersFrom(new Map());

const drawn = (shown: CallNumbers, undelivered: number | undefined, at = dayBefore) => ({
  path: `/staff/calls/${call.id}/statistics`,
  who: officer,
  at,
  draw: (view: View) =>
    staffStatisticsPage(view, {
      ...{ call, numbers: shown, undelivered },
      atRisk: riskOf(call, shown, at),
      events: shown === none ? [] : events,
    }),
});

export const statisticsSamples = {
  "staff-statistics": drawn(numbers, 3),
  "staff-statistics-many": drawn(many, 12_345),
  "staff-statistics-empty": drawn(none, undefined, instant("2024-04-02T07:00:00Z")),
};
