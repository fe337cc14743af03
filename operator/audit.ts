import { command } from "./command.ts";

const { code, out, complaint } = await command(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(complaint);
process.exitCode = code;
