// What the lists of records have in common: a search in the URL, sorting, pages and files of the same query.
import type { Child } from "hono/jsx";
import type { Page } from "#shared/domain/paging.ts";
import { showNumber } from "#shared/form/values.ts";
import { Paragraph } from "../parts.tsx";
import { type View, withQuery } from "../view.ts";
import { staffWords } from "../words/staff.ts";
import { isChoosing, may } from "./staff-frame.tsx";

interface Shown {
  readonly view: View;
  readonly page: Page<unknown>;
  /** How many there are in all, where that is known. */
  readonly total?: number | undefined;
}

/** How many there are, as far as it is known. */
export const Total = ({ view, page: { items, isCutShort, next, previous }, total }: Shown) => {
  const words = staffWords[view.language];
  const count = (number: number): string => showNumber(number, view.language);
  const isWhole = next === undefined && previous === undefined;
  const here = isCutShort ? words.soFar : isWhole ? words.found : words.more;
  return (
    <p>
      <strong>{total === undefined ? here(count(items.length)) : words.found(count(total))}</strong>
    </p>
  );
};

/** What of the address says how a list is shown, and not what is in it. */
const onlyShown = { after: "", before: "", columns: "", counts: "" };

/** How many there are, and the very same selection as files. */
export const Found = (shown: Shown) => {
  const { view } = shown;
  const words = staffWords[view.language];
  const [path = ""] = view.path.split("?");
  const file = (type: string) => withQuery(view.path, onlyShown).replace(path, `${path}.${type}`);
  return (
    <div class="found">
      <Total {...shown} />
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

/** In place of the rows of a page that has none. */
export const Nothing = ({ view, page }: Omit<Shown, "total">) => {
  const words = staffWords[view.language];
  if (page.isCutShort) return null;
  return <Paragraph>{isChoosing(view) ? words.none : words.nothing}</Paragraph>;
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
      <a class="sort" href={withQuery(view.path, { sort: up ? `-${by}` : by, after: "", before: "" })}>
        {children}
        <span aria-hidden="true">{up ? " ↑" : down ? " ↓" : ""}</span>
      </a>
    </th>
  );
};

/** To the pages on either side, where there are any. */
export const Pages = ({ view, page: { next, previous, isCutShort } }: Omit<Shown, "total">) => {
  const words = staffWords[view.language];
  if (next === undefined && previous === undefined) return null;
  const step = (turn: { readonly after?: string; readonly before?: string }, name: string) => (
    <a
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      href={withQuery(view.path, { after: "", before: "", ...turn })}
    >
      {name}
    </a>
  );
  return (
    <nav class="pages no-print" aria-label={words.pages}>
      {previous !== undefined && step({}, words.fromStart)}
      {previous !== undefined && step({ before: previous }, words.previous)}
      {next !== undefined && step({ after: next }, isCutShort ? words.searchOn : words.next)}
    </nav>
  );
};
