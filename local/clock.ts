/** How the clock goes. */
type Pace =
  /** As long ahead of (or behind) real time as `offset` says. */
  | { readonly kind: "runs"; readonly offset: number }
  /** At one instant: until the next request is stamped, or, when `held`, until somebody moves it. */
  | { readonly kind: "stands"; readonly at: number; readonly held: boolean };

/** The one clock of the runtime. All times are milliseconds since 1970. */
export interface Clock {
  readonly now: () => number;
  /** The time of a request that has just arrived. A clock that stood for it runs on from there. */
  readonly stamp: () => number;
  /** Puts the clock at an instant, where it stands. */
  readonly move: (to: number, options?: { readonly held?: boolean }) => void;
  /** Lets a standing clock run on. */
  readonly start: () => void;
  readonly pace: () => Pace;
  /** Called whenever the clock was moved, or has begun to run. */
  readonly onChange: (listener: () => void) => void;
}

/** A clock that runs on from `now`, or goes with real time when none is given. */
export const makeClock = (now?: number, real: () => number = Date.now): Clock => {
  const listeners: (() => void)[] = [];
  let pace: Pace = { kind: "runs", offset: now === undefined ? 0 : now - real() };

  const change = (next: Pace): void => {
    pace = next;
    for (const listener of listeners) listener();
  };

  const read = (): number => (pace.kind === "stands" ? pace.at : real() + pace.offset);

  const start = (): void => {
    if (pace.kind === "stands") change({ kind: "runs", offset: pace.at - real() });
  };

  return {
    now: read,
    stamp: () => {
      const at = read();
      if (pace.kind === "stands" && !pace.held) start();
      return at;
    },
    move: (to, { held = false } = {}) => change({ kind: "stands", at: to, held }),
    start,
    pace: () => pace,
    onChange: (listener) => void listeners.push(listener),
  };
};
