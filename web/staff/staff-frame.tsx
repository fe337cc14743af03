import type { Child } from "hono/jsx";
import { mayDo, type Right } from "#shared/domain/staff-role.ts";
import { Page } from "../layout.tsx";
import { toTheMinute } from "../moments.ts";
import { Back, Heading } from "../parts.tsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";

/** Staff pages have no language in their path, so their links carry it. */
export const staffPath = (view: View, path = ""): string => `/staff${path}?lang=${view.language}`;

/** Whether whoever looks may do this: what they may not is not shown to them. The door decides all the same. */
export const may = ({ person }: View, right: Right): boolean => person !== undefined && mayDo(person, right);

const notChosen: ReadonlySet<string> = new Set([
  ...["lang", "sort", "columns", "counts", "list"],
  ...["after", "before"],
]);

/** Whether the address chooses something of what there is. */
export const isChoosing = ({ path }: View): boolean =>
  [...new URLSearchParams(path.split("?")[1])].some(([name, value]) => value && !notChosen.has(name));

/** On paper only: which page it is, and when it was so. What was chosen stands in its search. */
const Printed = ({ view: { path, at, language } }: { readonly view: View }) => {
  const [place = ""] = path.split("?");
  return (
    <p class="printed">{staffWords[language].printed(place, toTheMinute(at, "Europe/Oslo", language))}</p>
  );
};

export const StaffPage = ({
  view,
  title,
  over,
  wrong = false,
  children,
}: {
  readonly view: View;
  readonly title: string;
  readonly over?: string;
  /** The page tells of something wrong. */
  readonly wrong?: boolean;
  readonly children?: Child;
}) => (
  <Page view={view} title={title} wrong={wrong} wide>
    <Back to={staffPath(view)}>{staffWords[view.language].title}</Back>
    {over && <p class="over">{over}</p>}
    <Heading>{title}</Heading>
    <Printed view={view} />
    {children}
  </Page>
);
