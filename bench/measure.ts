const seconds = 4;

const quantile = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);

/** Asks over `connections` at once for some seconds and tells how it went. */
export const measure = async (
  name: string,
  connections: number,
  ask: (connection: number) => Promise<number>,
) => {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const begun = performance.now();
  const one = async (connection: number) => {
    while (performance.now() - begun < seconds * 1000) {
      const before = performance.now();
      const status = await ask(connection);
      times.push(performance.now() - before);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, i) => one(i)));
  const sorted = times.toSorted((a, b) => a - b);
  const rate = (times.length / ((performance.now() - begun) / 1000)).toFixed(0);
  const told = [...statuses].map(([status, count]) => `${status}×${count}`).join(" ");
  console.log(
    `${name.padEnd(18)} ${String(connections).padStart(2)} connections ${rate.padStart(5)}/s  p50 ${quantile(sorted, 0.5)}  p95 ${quantile(sorted, 0.95)}  p99 ${quantile(sorted, 0.99)} ms  ${told}`,
  );
};
