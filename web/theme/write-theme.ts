// Run as a process of its own by build-site.ts, because the maker of the theme talks on standard output.
import { writeFile } from "node:fs/promises";
import { configSchema, formatThemeCSS } from "@digdir/designsystemet";
import config from "./designsystemet.config.json" with { type: "json" };

const [, , target] = process.argv;
const { colors, typography, borderRadius } = configSchema.parse(config).themes["opptak"] ?? {};
if (!target || !colors || !typography || borderRadius === undefined)
  throw new Error(
    "Say which file the theme goes to, and give the theme opptak colours, typography and a radius",
  );
await writeFile(target, await formatThemeCSS({ name: "opptak", colors, typography, borderRadius }));
