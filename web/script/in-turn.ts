/** Takes things to do and does them in order, so many at a time. */
export const inTurn = (most: number) => {
  const waiting: (() => Promise<void>)[] = [];
  let underWay = 0;
  const next = () => {
    if (underWay === most) return;
    const run = waiting.shift();
    if (!run) return;
    underWay += 1;
    void run().finally(() => {
      underWay -= 1;
      next();
    });
    next();
  };
  return (run: () => Promise<void>): void => {
    waiting.push(run);
    next();
  };
};
