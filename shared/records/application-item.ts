import { Application } from "#shared/domain/application.ts";
import type { Item } from "./table.ts";

/** The state of what is left of an application while it is being deleted. */
export const deleting = "deleting";

/** The application an item is; none, when there is no more of it than what is being cleared away: to everybody it is gone. */
export const applicationIn = (item: Item | undefined): Application | undefined =>
  item && item["state"] !== deleting ? Application.parse(item) : undefined;
