/** A pause that can be cut short. */
export interface Pause {
  readonly for: (milliseconds: number) => Promise<void>;
  readonly cut: () => void;
}

export const makePause = (): Pause => {
  let cut = (): void => {};
  return {
    for: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        cut = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    cut: () => cut(),
  };
};
