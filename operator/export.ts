import { exportCommand } from "./export-command.ts";

const { code, out, complaint } = await exportCommand(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(complaint);
process.exitCode = code;
