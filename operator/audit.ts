import { command } from "./command.ts";
import { end } from "./ending.ts";

end(await command(process.argv.slice(2)));
