import type { CallNumbers } from "#shared/domain/numbers.ts";
import { showDate } from "#shared/form/values.ts";
import { Paragraph } from "../parts.tsx";
import type { View } from "../view.ts";
import { statisticsWords } from "../words/statistics.ts";
import { Chart } from "./chart.tsx";
import { NumberTable } from "./number-table.tsx";

interface OverTimeProps {
  readonly view: View;
  readonly title: string;
  readonly numbers: CallNumbers;
  readonly names: readonly ("started" | "sent" | "registered")[];
}

/** A chart of what came day by day, and the same numbers for who does not see it or wants them exactly. */
export const OverTime = ({ view, title, numbers, names }: OverTimeProps) => {
  const { language } = view;
  const words = statisticsWords[language];
  const days = numbers.days.filter((one) => names.some((name) => one[name] > 0));
  const [first, last] = [days.at(0), days.at(-1)];
  if (!first || !last) return <Paragraph>{words.nothing}</Paragraph>;
  return (
    <div class="over-time">
      <figure>
        <figcaption>{title}</figcaption>
        <Chart
          label={words.chart(title, showDate(first.day, language), showDate(last.day, language))}
          language={language}
          days={days.map(({ day }) => day)}
          series={names.map((name) => ({ name: words[name], more: days.map((one) => one[name]) }))}
        />
      </figure>
      <details class="ds-details">
        <summary>{words.asTable}</summary>
        <div>
          <NumberTable
            view={view}
            label={title}
            heads={[words.day, ...names.map((name) => words[name])]}
            rows={days.map((one) => ({
              name: showDate(one.day, language),
              cells: names.map((name) => ({ count: one[name] })),
            }))}
          />
        </div>
      </details>
    </div>
  );
};
