import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Application } from "#shared/domain/application.ts";
import { PersonId } from "#shared/domain/person.ts";
import { instant } from "#shared/domain/time.ts";
import { codesIn, codesOf, namesIn, other } from "../support/audited.ts";
import { histories, sentHistories, storedOf } from "../support/histories.ts";

// Each run digests a whole history, some of them many times.
fc.configureGlobal({ numRuns: 30 });

test("an untouched history has no break, whatever happened", () => {
  fc.assert(
    fc.property(histories, (made) => {
      expect(codesIn(made)).toEqual([]);
    }),
  );
});

describe("an application", () => {
  const tampering: readonly (readonly [string, (application: Application) => Partial<Application>])[] = [
    ["head-differs", ({ revision }) => ({ revision: revision + 1 })],
    ["head-differs", ({ revision }) => ({ revision: revision - 1 })],
    ["head-differs", () => ({ lastEvent: other })],
    ["state-differs", ({ state }) => ({ state: state === "draft" ? "expired" : "draft" })],
    ["submissions-miscounted", ({ submissions }) => ({ submissions: submissions + 1 })],
    ["owner-differs", ({ owner }) => ({ owner: { ...owner, id: PersonId.parse("person-9") } })],
    ["times-differ", ({ startedAt }) => ({ startedAt: startedAt.subtract({ hours: 1 }) })],
    ["times-differ", () => ({ submittedAt: instant("2024-01-01T00:00:00Z") })],
    ["times-differ", () => ({ withdrawnAt: instant("2024-01-01T00:00:00Z") })],
    ["times-differ", () => ({ changingSince: instant("2024-01-01T00:00:00Z") })],
  ];

  test.for(tampering)("is found: %s", ([code, change]) => {
    fc.assert(
      fc.property(histories, (made) => {
        const application = { ...made.application, ...change(made.application) };
        expect(namesIn({ ...storedOf(made), application })).toContain(code);
      }),
    );
  });

  test("that was sent is found with another level", () => {
    fc.assert(
      fc.property(sentHistories, (made) => {
        const application = { ...made.application, level: "explore" as const };
        expect(codesOf({ ...storedOf(made), application })).toEqual([["level-differs", undefined]]);
      }),
    );
  });

  test("is found with an extension that nobody granted, a longer one, or without the one that was", () => {
    fc.assert(
      fc.property(histories, (made) => {
        const { extension, ...application } = made.application;
        const inNewYork = {
          kind: "moment",
          localTime: "2024-06-28T16:00:00",
          timeZone: "America/New_York",
        } as const;
        const granted = {
          until: { kind: "moment", localTime: "2025-06-28T16:00:00", timeZone: "Europe/Oslo" },
          reason: "Ingen",
          grantedBy: { id: "staff-1", name: "Siri Saksbehandler" },
          grantedAt: instant("2024-06-01T00:00:00Z"),
        } as const;
        const untils = [granted.until, inNewYork];
        const tampered = extension
          ? [application, ...untils.map((until) => ({ ...application, extension: { ...extension, until } }))]
          : [{ ...application, extension: granted }];
        for (const one of tampered)
          expect(codesOf({ ...storedOf(made), application: one })).toEqual([
            ["extension-differs", undefined],
          ]);
      }),
    );
  });

  test.for(["missing", "unreadable"] as const)("that is %s is found", (application) => {
    fc.assert(
      fc.property(histories, (made) => {
        expect(namesIn({ ...storedOf(made), application })).toContain(`application-${application}`);
      }),
    );
  });
});
