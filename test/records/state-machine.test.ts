import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as may from "./state-commands.ts";
import { type Arrow, arrows } from "./state-laws.ts";
import { aModel } from "./state-model.ts";
import { enter } from "./state-room.ts";

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

const minute = 60_000;
const { write, send, sendFromOldPage, repeat, change, withdraw, extend, move, wait, run } = may;

describe("an application, whatever happens to it", () => {
  test("is in one state of the diagram, has what was sent as it was sent, and is judged by its arrival alone", {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(may.happenings, async (commands) => {
        const real = await enter(new Set());
        await fc.asyncModelRun(() => ({ model: aModel(), real }), commands);
      }),
      { numRuns: 20, interruptAfterTimeLimit: 120_000 },
    );
  });
});

const roads: Readonly<Record<string, readonly may.Happening[]>> = {
  "what was sent at the deadline itself, and decided on when the run had been": [
    wait({ past: minute }),
    run,
    send(2, true),
    repeat(0),
    send(1),
    withdraw,
  ],
  "a change that was left, and sent when there was more time": [
    send(1),
    change,
    write,
    write,
    sendFromOldPage,
    wait({ past: minute }),
    run,
    extend(26),
    change,
    send(1),
    repeat(0),
    repeat(1),
  ],
  "withdrawn and sent twice, with the first answer lost all the while": [
    send(1),
    withdraw,
    repeat(0),
    send(1),
    withdraw,
    repeat(0),
    repeat(1),
  ],
  "what is not there to be done, and what is done already": [
    change,
    withdraw,
    send(1),
    write,
    send(1),
    change,
    change,
    send(1),
    withdraw,
    change,
    withdraw,
  ],
  "too late by a millisecond, with a dead schedule": [wait({ past: 1 }), write, send(1), extend(1), send(1)],
  "expired, and opened by a move and then by an extension": [
    wait({ past: minute }),
    run,
    move(1),
    write,
    run,
    wait({ past: minute }),
    run,
    extend(1),
    send(3),
  ],
};

describe("the same is so on roads that are known to be hard", () => {
  const travelled = new Set<Arrow>();

  test.for(Object.entries(roads))("%s", async ([, road]) => {
    const [model, room] = [aModel(), await enter(travelled)];
    for (const one of road) await one.run(model, room);
    expect(room.earlier.size).toBe(1);
  });

  test("and they go by every arrow of the diagram, but where an application begins and is deleted", () => {
    const inner = arrows.filter(({ from, to }) => from !== "[*]" && to !== "[*]");
    expect(inner.length).toBeGreaterThan(6);
    expect(new Set(inner.filter((arrow) => !travelled.has(arrow)))).toEqual(new Set());
  });
});
