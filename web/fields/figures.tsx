import { figuresOf } from "#shared/form/figures.ts";
import type { Figures, Section } from "#shared/form/form.ts";
import { TableView } from "../summary-view.tsx";
import type { Around } from "./around.ts";

/** What follows from the amounts on the page. The script fills in what the server works out at each save. */
export const FiguresView = ({
  section,
  around,
}: {
  readonly section: Section & { readonly figures: Figures };
  readonly around: Around;
}) => {
  const figures = figuresOf(section, around.answers, around.language);
  return figures ? (
    <div class="figures" data-figures>
      <h2 class="ds-heading" data-size="xs">
        {figures.title}
      </h2>
      <TableView label={figures.title} table={{ as: "table", ...figures }} />
    </div>
  ) : null;
};
