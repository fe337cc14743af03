import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import type { Call } from "#shared/domain/call.ts";
import { signUpOpeningOf } from "#shared/domain/call.ts";
import { instant } from "#shared/domain/time.ts";
import {
  decideWebinar,
  neverChanged,
  type WebinarChange,
  type WebinarRecord,
  webinarInForce,
} from "#shared/domain/webinar.ts";

const announced: Call = { ...nic2024.call, webinar: { ...nic2024.call.webinar, places: 300 } };
const unlimited = nic2024.call;
const at = instant("2024-04-15T10:00:00Z");
const begun = announced.webinar.startsAt;

const changed = (...changes: readonly WebinarChange[]): WebinarRecord =>
  changes.reduce<WebinarRecord>((record, change) => {
    const decided = decideWebinar(announced, record, change, at);
    if (!decided.ok) throw new Error(decided.refusal.reason);
    return decided.value;
  }, neverChanged(announced));

const refusal = (change: WebinarChange, when = at, record = neverChanged(announced), call = announced) => {
  const decided = decideWebinar(call, record, change, when);
  return decided.ok ? undefined : decided.refusal;
};

describe("a webinar in force", () => {
  test("is as it was announced until something is changed", () => {
    expect(webinarInForce(announced, undefined)).toEqual(announced.webinar);
    expect(webinarInForce(announced, neverChanged(announced))).toMatchObject(announced.webinar);
  });

  test("has what was changed, and the rest as it was announced", () => {
    const startsAt = instant("2024-05-02T10:00:00Z");
    const record = changed(
      { startsAt, endsAt: startsAt.add({ hours: 1 }) },
      { recording: "https://o.example/r" },
    );
    const inForce = webinarInForce(announced, record);
    expect(inForce.startsAt).toEqual(startsAt);
    expect(inForce).toMatchObject({ recording: "https://o.example/r", places: 300 });
    expect(inForce.signUpDeadline).toEqual(announced.webinar.signUpDeadline);
  });

  test("has as many places as the larger of the two says", () => {
    const record = changed({ places: 400 });
    const withMore = { ...announced, webinar: { ...announced.webinar, places: 500 } };
    expect(webinarInForce(announced, record).places).toBe(400);
    expect(webinarInForce(withMore, record).places).toBe(500);
  });

  test("takes no sign-ups when it is called off, whatever the deadline", () => {
    const webinar = webinarInForce(announced, changed({ cancelledAt: at }));
    expect(signUpOpeningOf({ ...announced, webinar }, at)).toEqual({ state: "closed", closedAt: at });
  });
});

describe("places", () => {
  test.for([299, 300])("cannot become %i of 300", (places) => {
    expect(refusal({ places })).toEqual({ reason: "not-more-places", places: 300 });
  });
  test("can become more, again and again", () => {
    expect(changed({ places: 301 }, { places: 302 }).places).toBe(302);
  });
  test("can be limited before sign-up opens and not after", () => {
    const none = neverChanged(unlimited);
    expect(refusal({ places: 10 }, instant("2024-04-01T05:59:59.999Z"), none, unlimited)).toBeUndefined();
    expect(refusal({ places: 10 }, unlimited.opensAt, none, unlimited)).toEqual({
      reason: "not-more-places",
    });
  });
});

describe("what calendars are told", () => {
  test("is counted when it is moved, joined elsewhere or called off, and not else", () => {
    const startsAt = announced.webinar.startsAt.add({ minutes: 30 });
    const counts = [
      {},
      { places: 301 },
      { recording: "https://o.example/r" },
      { startsAt },
      { joinLink: "https://o.example/j" },
      { cancelledAt: at },
    ].map((change) => changed(change).sequence);
    expect(counts).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe("a change", () => {
  test("is refused once the webinar has begun, but for where it is seen again", () => {
    expect(refusal({ joinLink: "https://o.example/j" }, begun)).toMatchObject({ reason: "deadline-passed" });
    expect(refusal({ joinLink: "https://o.example/j" }, begun.subtract({ milliseconds: 1 }))).toBeUndefined();
    expect(refusal({ recording: "https://o.example/r" }, begun.add({ hours: 24 }))).toBeUndefined();
  });
  test("of one that is called off is refused", () => {
    expect(refusal({ places: 400 }, at, changed({ cancelledAt: at }))).toEqual({
      reason: "webinar-cancelled",
    });
  });
  test.for([
    { startsAt: announced.webinar.endsAt },
    { endsAt: announced.webinar.startsAt },
    { startsAt: instant("2024-04-15T09:00:00Z") },
    { startsAt: instant("2024-04-29T10:00:00Z") },
  ])("that would not leave sign-up, beginning and end in order is refused: %o", (change) => {
    expect(refusal(change)).toEqual({ reason: "malformed-request" });
  });
});
