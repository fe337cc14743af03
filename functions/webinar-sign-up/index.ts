import { pageFunction } from "../page-function.ts";
import { routes } from "./routes.ts";

export const handler = pageFunction(routes);
