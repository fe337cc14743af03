import type { Child } from "hono/jsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";

export const FilterField = ({
  label,
  name,
  value,
  type = "search",
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  readonly type?: "search" | "date";
}) => (
  <div class="ds-field">
    <label class="ds-label" for={`filter-${name}`}>
      {label}
    </label>
    <input class="ds-input" type={type} id={`filter-${name}`} name={name} value={value ?? ""} />
  </div>
);

/** A search is a GET form, so that every selection is an address that can be shared. */
export const Search = ({ view, children }: { readonly view: View; readonly children?: Child }) => {
  const words = staffWords[view.language];
  const [path = ""] = view.path.split("?");
  return (
    <search>
      <form class="filters" action={path}>
        <input type="hidden" name="lang" value={view.language} />
        {children}
        <div class="actions">
          <button type="submit" class="ds-button">
            {words.show}
          </button>
          <a class="ds-button" data-variant="tertiary" href={`${path}?lang=${view.language}`}>
            {words.reset}
          </a>
        </div>
      </form>
    </search>
  );
};
