import { html } from "hono/html";
import { mostRunsOnTheWay } from "../due-on-the-way.ts";
import type { LocalState } from "../local-state.ts";
import type { Schedule } from "../schedules.ts";
import { clockTime, localField, onTheWall, wallZone } from "../wall-time.ts";
import { type Markup, page } from "./layout.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const moves = [
  ["Back one day", -day],
  ["Back one hour", -hour],
  ["On one minute", minute],
  ["On one hour", hour],
  ["On one day", day],
  ["On one week", 7 * day],
] as const;

/** A schedule that runs once does so a minute after the deadline it is for. */
const aroundDeadline = [-minute - 1, -minute, -minute + 1, 0];

const jump = (field: "to" | "by", value: string | number, words: string): Markup =>
  html`<form method="post" action="/local/clock"><button name="${field}" value="${value}">${words}</button></form>`;

const deadline = (at: number): Markup =>
  html`<h3>${onTheWall(at - minute)}</h3>
<div class="row">${aroundDeadline
    .map((distance) => at + distance)
    .map((to) => jump("to", new Date(to).toISOString(), `Go to ${clockTime(to)}`))}</div>`;

const oneTimes = (schedules: readonly Schedule[]): number[] => {
  const times = schedules
    .filter(({ expression }) => !expression.repeats)
    .flatMap(({ expression }) => expression.next(-Infinity) ?? []);
  return [...new Set(times)].sort((a, b) => a - b);
};

const state = ({ clock }: LocalState): string => {
  const pace = clock.pace();
  if (pace.kind === "runs") return "It runs.";
  return pace.held
    ? "It stands until it is moved."
    : "It stands until the next request, and runs on from there.";
};

export const clockPage = (local: LocalState): Promise<string> =>
  page(
    "Clock",
    html`<p class="now">${onTheWall(local.clock.now())}</p>
<p>${state(local)} <span class="soft">(${new Date(local.clock.now()).toISOString()})</span></p>
<h2>Move it</h2>
<div class="row">${moves.map(([words, by]) => jump("by", by / 1000, words))}</div>
<form method="post" action="/local/clock" class="row">
<div><label for="to">To (${wallZone})</label><input id="to" name="to" type="datetime-local" step="0.001" required value="${localField(local.clock.now())}"></div>
<button>Move</button>
</form>
<h2>Deadlines</h2>
<p>A millisecond before, at, and a millisecond after each; and a minute later, when what follows from it is done.</p>
${oneTimes(local.schedules).map(deadline)}
<h2>What happens on the way</h2>
<p>On the way forward every schedule that runs once runs at its own time, in order, and what it sets off is done
before the clock goes on. A schedule that repeats runs each time it is due when that is no more than ${mostRunsOnTheWay} times
on the way; else it runs when it is first due after each of those that run once, and when it is last due. On the way back nothing runs, and what was done stays done.</p>
<p>When it has arrived, the clock stands until the next request to the site, which arrives at exactly that time.</p>`,
    "/local/clock",
  );
