import type { Language } from "#shared/domain/text.ts";
import { showDate, showNumber } from "#shared/form/values.ts";

/** What grows day by day. `more` is how much came on each of the days. */
export interface Series {
  readonly name: string;
  readonly more: readonly number[];
}

interface ChartProps {
  /** What a screen reader says of it; the numbers themselves stand in a table beside. */
  readonly label: string;
  readonly language: Language;
  /** Dates, the first first. */
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

const [width, height, left, right, top, bottom] = [400, 190, 74, 64, 12, 28];
const day = 86_400_000;
/** How far apart two names stand at least, to be read. */
const apart = 15;

/** Where each name stands: at the end of its line, or right under the name above it. */
const placesOf = (ends: readonly number[]): readonly number[] => {
  let free = 0;
  const down = ends.map((end, at) => ({ end, at })).toSorted((a, b) => a.end - b.end);
  const places = down.map(({ end, at }) => {
    const place = Math.max(end, free);
    free = place + apart;
    return { place, at };
  });
  return places.toSorted((a, b) => a.at - b.at).map(({ place }) => place);
};

const sums = (more: readonly number[]): readonly number[] => {
  let sum = 0;
  return more.map((one) => (sum += one));
};

/** A round number that nothing is above: one figure with zeros. */
const roundAbove = (most: number): number => {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 3, 4, 5, 6, 8, 10].map((one) => one * ten).find((one) => one >= most) ?? ten;
};

/** Where a day begins, or so many days later; and how high a number is. */
const scales = (days: readonly string[], most: number) => {
  const first = Date.parse(days.at(0) ?? "");
  const span = Date.parse(days.at(-1) ?? "") + day - first;
  return {
    x: (date: string, later = 0) =>
      left + ((Date.parse(date) + later * day - first) / span) * (width - left - right),
    y: (count: number) => height - bottom - (count / most) * (height - top - bottom),
  };
};

/** Rises through each day that something came, and stands still between them. */
export const Chart = ({ label, language, days, series }: ChartProps) => {
  const lines = series.map(({ name, more }) => ({ name, heights: sums(more) }));
  const most = roundAbove(Math.max(...lines.flatMap(({ heights }) => heights)));
  const { x, y } = scales(days, most);
  const places = placesOf(lines.map(({ heights }) => y(heights.at(-1) ?? 0)));
  const path = (heights: readonly number[]) => {
    const rise = (date: string, at: number) => `H${x(date)} L${x(date, 1)} ${y(heights[at] ?? 0)}`;
    return `M${left} ${y(0)} ${days.map(rise).join(" ")}`;
  };
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, most / 2, most].filter(Number.isInteger).map((count) => (
        <>
          <path class="grid" d={`M${left} ${y(count)} H${width - right}`} />
          <text x={left - 8} y={y(count) + 4} text-anchor="end">
            {showNumber(count, language)}
          </text>
        </>
      ))}
      {[...new Set([days.at(0), days.at(-1)])].map((date, at) => (
        <text x={x(date ?? "", at)} y={height - 8} text-anchor={at === 0 ? "start" : "end"}>
          {showDate(date ?? "", language)}
        </text>
      ))}
      {lines.map(({ name, heights }, at) => (
        <>
          <path class={`line line-${at + 1}`} d={path(heights)} />
          <text class="name" x={width - right + 8} y={(places[at] ?? 0) + 4}>
            {name}
          </text>
        </>
      ))}
    </svg>
  );
};
