import { spawn } from "node:child_process";

// Runs a command that must not outlive whoever started this: standard input is a pipe from there, and the system
// closes it however they end, be it by SIGKILL. Exits with the command's own code, or 127 when there is no such command.
const [command = "", ...parameters] = process.argv.slice(2);
const child = spawn(command, parameters, { stdio: ["ignore", "inherit", "inherit"] });
child.on("error", () => process.exit(127));
child.on("exit", (code) => process.exit(code ?? 1));
const patienceMilliseconds = 4000;

/** Asked first, so that a database can finish what it is writing. */
const end = (): void => {
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), patienceMilliseconds).unref();
};
process.stdin.on("close", end).resume();
