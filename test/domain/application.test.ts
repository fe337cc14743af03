import { describe, expect, test } from "vitest";
import { nic2024 } from "#shared/calls/nic-2024/index.ts";
import {
  type ApplicationState,
  decideChange,
  decideEditing,
  decideLevelChange,
  decideStart,
  decideSubmission,
  decideWithdrawal,
} from "#shared/domain/application.ts";
import { Level } from "#shared/domain/call.ts";
import type { Refusal } from "#shared/domain/refusal.ts";
import type { Result } from "#shared/domain/result.ts";
import { instant } from "#shared/domain/time.ts";
import { anApplication } from "../support/builders.ts";

const { call } = nic2024;
const deadline = instant("2024-06-21T14:00:00Z");
const before = instant("2024-05-01T10:00:00Z");

const sent = (over: Partial<Parameters<typeof decideSubmission>[0]> = {}) =>
  decideSubmission({
    call,
    application: anApplication({ state: "draft", submissions: 0 }),
    reviewed: { level: over.application?.level ?? "connect", revisions: { applicant: 2 } },
    stored: { applicant: 2 },
    problems: [],
    at: before,
    ...over,
  });

const reasonOf = (outcome: Result<unknown, Refusal>) => (outcome.ok ? "accepted" : outcome.refusal.reason);

describe("a submission", () => {
  test.for([
    [-1, "accepted"],
    [0, "accepted"],
    [1, "deadline-passed"],
  ] as const)("that arrives %i ms from the deadline is %s, on every level", ([from, outcome]) => {
    for (const level of Level.options)
      expect(
        reasonOf(
          sent({
            application: anApplication({ level, state: "draft" }),
            at: deadline.add({ milliseconds: from }),
          }),
        ),
      ).toBe(outcome);
  });

  test("before the call opens is refused with the opening", () => {
    expect(reasonOf(sent({ at: instant("2024-04-01T05:59:59.999Z") }))).toBe("not-open-yet");
  });

  test("in time is accepted although the draft has meanwhile been marked expired", () => {
    expect(reasonOf(sent({ application: anApplication({ state: "expired" }), at: deadline }))).toBe(
      "accepted",
    );
  });

  test("of what was not reviewed names the sections that changed", () => {
    const outcome = sent({
      stored: { applicant: 3, cluster: 1 },
      reviewed: { level: "connect", revisions: { applicant: 2, cluster: 1 } },
    });
    expect(outcome).toEqual({
      ok: false,
      refusal: { reason: "changed-since-review", sections: ["applicant"] },
    });
  });

  test("reviewed as another level, or with sections that are not asked for any more, must all be seen again", () => {
    const stored = { applicant: 2, cluster: 1 };
    const all = {
      ok: false,
      refusal: { reason: "changed-since-review", sections: ["applicant", "cluster"] },
    };
    expect(sent({ stored, reviewed: { level: "impact", revisions: stored } })).toEqual(all);
    expect(sent({ stored, reviewed: { level: "connect", revisions: { ...stored, connect: 0 } } })).toEqual(
      all,
    );
    expect(sent({ stored, reviewed: { level: "connect", revisions: stored } }).ok).toBe(true);
  });

  test("numbers follow each other", () => {
    expect(sent({ application: anApplication({ state: "withdrawn", submissions: 2 }) })).toMatchObject({
      value: { number: 3 },
    });
  });
});

test.for([
  ["draft", true],
  ["withdrawn", true],
  ["expired", true],
  ["submitted", false],
] as const satisfies readonly (readonly [ApplicationState, boolean])[])(
  "before the deadline a %s application may be changed: %s",
  ([state, may]) => {
    expect(decideEditing(call, anApplication({ state }), before).ok).toBe(may);
  },
);

test("after the deadline nothing is started, changed or withdrawn", () => {
  const late = deadline.add({ milliseconds: 1 });
  expect(decideStart(call, "connect", late).ok).toBe(false);
  expect(decideEditing(call, anApplication({ state: "draft" }), late).ok).toBe(false);
  expect(decideWithdrawal(call, anApplication({ state: "submitted" }), late).ok).toBe(false);
});

test("only what was sent can be withdrawn", () => {
  expect(decideWithdrawal(call, anApplication({ state: "draft" }), before).ok).toBe(false);
  expect(decideWithdrawal(call, anApplication({ state: "submitted" }), before).ok).toBe(true);
});

test("one level's earlier deadline closes no other level", () => {
  const earlier = { kind: "moment", localTime: "2024-05-31T16:00:00", timeZone: "Europe/Oslo" } as const;
  const changed = {
    ...call,
    levels: { ...call.levels, connect: { ...call.levels.connect, deadline: earlier } },
  };
  const at = instant("2024-06-01T10:00:00Z");
  expect(decideStart(changed, "connect", at).ok).toBe(false);
  expect(decideStart(changed, "explore", at).ok).toBe(true);
});

describe("another level", () => {
  const change = (over: Partial<Parameters<typeof anApplication>[0]> = {}, at = before, closed?: Level) => {
    const past = { kind: "moment", localTime: "2024-04-20T16:00:00", timeZone: "Europe/Oslo" } as const;
    const levels = closed
      ? { ...call.levels, [closed]: { ...call.levels[closed], deadline: past } }
      : call.levels;
    return reasonOf(decideLevelChange({ ...call, levels }, anApplication(over), "impact", at));
  };
  test.for([
    ["draft", "accepted"],
    ["withdrawn", "accepted"],
    ["expired", "accepted"],
    ["submitted", "already-submitted"],
  ] as const)("when it is %s is %s", ([state, outcome]) => {
    expect(change({ state })).toBe(outcome);
  });
  test("is refused a millisecond after the deadline, and when only one of the two is open", () => {
    expect(change({}, deadline)).toBe("accepted");
    expect(change({}, deadline.add({ milliseconds: 1 }))).toBe("deadline-passed");
    expect(change({}, before, "connect")).toBe("deadline-passed");
    expect(change({}, before, "impact")).toBe("deadline-passed");
    expect(change({}, before, "explore")).toBe("accepted");
  });
});

describe("changing what was sent", () => {
  const submitted = anApplication({ state: "submitted", submissions: 1 });
  const changing = { ...submitted, changingSince: before };

  test("is begun by who wants it, and what was sent stands while it is done", () => {
    expect(reasonOf(decideEditing(call, submitted, before))).toBe("already-submitted");
    expect(reasonOf(decideChange(call, submitted, before))).toBe("accepted");
    expect(reasonOf(decideEditing(call, changing, before))).toBe("accepted");
    expect(changing.state).toBe("submitted");
  });

  test("is sent as the next number", () => {
    const next = sent({ application: changing });
    expect(next.ok && next.value.number).toBe(2);
  });

  test("ends with the deadline, as everything does", () => {
    const late = deadline.add({ milliseconds: 1 });
    expect(reasonOf(decideChange(call, submitted, late))).toBe("deadline-passed");
    expect(reasonOf(decideEditing(call, changing, late))).toBe("deadline-passed");
    expect(reasonOf(sent({ application: changing, at: late }))).toBe("deadline-passed");
  });

  test("does not move it to another level, which would take away what was sent", () => {
    expect(reasonOf(decideLevelChange(call, changing, "impact", before))).toBe("already-submitted");
  });

  test.for(["draft", "withdrawn", "expired"] as const)("is nothing for what is %s", (state) => {
    expect(reasonOf(decideChange(call, anApplication({ state }), before))).toBe("not-submitted");
  });
});
