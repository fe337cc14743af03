import fc from "fast-check";
import { expect, test } from "vitest";
import { makeClock } from "../../local/clock.ts";

const june = Date.parse("2024-06-21T14:00:00.000Z");

/** A real time that goes on when told to. */
const realTime = () => {
  let now = 1_795_000_000_000;
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { read: () => now, pass };
};

test("a clock that is given no time goes with real time", () => {
  const real = realTime();
  const clock = makeClock(undefined, real.read);
  real.pass(5);
  expect(clock.now()).toBe(real.read());
});

test("a clock that is given a time runs on from there", () => {
  const real = realTime();
  const clock = makeClock(june, real.read);
  real.pass(1500);
  expect(clock.now()).toBe(june + 1500);
});

test("a moved clock stands until the next request is stamped, which gets exactly that time", () => {
  const real = realTime();
  const clock = makeClock(0, real.read);
  clock.move(june);
  real.pass(60_000);
  expect(clock.now()).toBe(june);
  expect(clock.stamp()).toBe(june);
  real.pass(7);
  expect(clock.stamp()).toBe(june + 7);
});

test("a clock that is held stands whoever asks, until it is started", () => {
  const real = realTime();
  const clock = makeClock(0, real.read);
  clock.move(june, { held: true });
  real.pass(60_000);
  expect(clock.stamp()).toBe(june);
  real.pass(60_000);
  expect(clock.stamp()).toBe(june);
  clock.start();
  real.pass(3);
  expect(clock.now()).toBe(june + 3);
});

test("whoever listens hears of every move and of the clock running on, and of nothing else", () => {
  const clock = makeClock(0);
  const heard: string[] = [];
  clock.onChange(() => heard.push(clock.pace().kind));
  clock.stamp();
  clock.move(june);
  clock.stamp();
  clock.stamp();
  expect(heard).toEqual(["stands", "runs"]);
});

test("between moves the clock never goes back", () => {
  const step = fc.oneof(fc.nat(10_000), fc.constant("stamp" as const), fc.constant("start" as const));
  fc.assert(
    fc.property(fc.boolean(), fc.array(step), (held, steps) => {
      const real = realTime();
      const clock = makeClock(0, real.read);
      clock.move(june, { held });
      let last = clock.now();
      for (const one of steps) {
        if (typeof one === "number") real.pass(one);
        else clock[one]();
        expect(clock.now()).toBeGreaterThanOrEqual(last);
        last = clock.now();
      }
    }),
  );
});
