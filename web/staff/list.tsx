// What the lists of records have in common: a search in the URL, sorting, pages and files of the same query.
import type { Child } from "hono/jsx";
import { showNumber } from "#shared/form/values.ts";
import { type View, withQuery } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { may } from "./staff-frame.tsx";

/** How many there are. */
export const Total = ({ view, total }: { readonly view: View; readonly total: number }) => (
  <p>
    <strong>{staffWords[view.language].found(showNumber(total, view.language))}</strong>
  </p>
);

/** How many there are, and the very same selection as files. */
export const Found = ({ view, total }: { readonly view: View; readonly total: number }) => {
  const words = staffWords[view.language];
  const [path = ""] = view.path.split("?");
  const file = (type: string) => withQuery(view.path, { page: "" }).replace(path, `${path}.${type}`);
  return (
    <div class="found">
      <Total view={view} total={total} />
      {may(view, "export") && (
        <p class="no-print">
          {words.download}{" "}
          {["xlsx", "csv", "jsonl", "json"].map((type) => (
            <>
              <a class="ds-link" href={file(type)}>
                {type.toUpperCase()}
              </a>{" "}
            </>
          ))}
        </p>
      )}
    </div>
  );
};

/** A heading that sorts: the address with another `sort`, a minus in front for the other way. */
export const SortHeading = ({
  view,
  sort,
  by,
  children,
}: {
  readonly view: View;
  readonly sort: string | undefined;
  readonly by: string;
  readonly children?: Child;
}) => {
  const up = sort === by;
  const down = sort === `-${by}`;
  return (
    <th scope="col" aria-sort={up ? "ascending" : down ? "descending" : undefined}>
      <a class="sort" href={withQuery(view.path, { sort: up ? `-${by}` : by, page: "" })}>
        {children}
        <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
      </a>
    </th>
  );
};

export const Pages = ({
  view,
  page,
  pages,
}: {
  readonly view: View;
  readonly page: number;
  readonly pages: number;
}) => {
  const words = staffWords[view.language];
  if (pages < 2) return null;
  const step = (to: number, name: string) =>
    to >= 1 &&
    to <= pages && (
      <a
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        href={withQuery(view.path, { page: String(to) })}
      >
        {name}
      </a>
    );
  return (
    <nav class="pages no-print" aria-label={words.pages}>
      {step(page - 1, words.previous)}
      <span>{words.page(page, pages)}</span>
      {step(page + 1, words.next)}
    </nav>
  );
};
