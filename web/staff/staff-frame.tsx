import type { Child } from "hono/jsx";
import { mayDo, type Right } from "#shared/domain/staff-role.ts";
import { Page } from "../layout.tsx";
import { Back, Heading } from "../parts.tsx";
import type { View } from "../view.ts";
import { staffWords } from "../words/staff.ts";

/** Staff pages have no language in their path, so their links carry it. */
export const staffPath = (view: View, path = ""): string => `/staff${path}?lang=${view.language}`;

/** Whether whoever looks may do this: what they may not is not shown to them. The door decides all the same. */
export const may = ({ person }: View, right: Right): boolean => person !== undefined && mayDo(person, right);

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
    {children}
  </Page>
);
