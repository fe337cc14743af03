import { end } from "./ending.ts";
import { handOverCommand } from "./hand-over-command.ts";

end(await handOverCommand(process.argv.slice(2)));
