import { end } from "./ending.ts";
import { exportCommand } from "./export-command.ts";

end(await exportCommand(process.argv.slice(2)));
