import { spawn } from "node:child_process";

/** Sees to it that the processes named in it do not outlive this one, however this one ends. */
export interface LastWill {
  readonly add: (pid: number) => void;
  readonly remove: (pid: number) => void;
  readonly close: () => void;
}

/** Keeps the last line it was given; when the pipe is closed, ends those it names. */
const executor = 'while read -r line; do pids=$line; done; [ -z "$pids" ] || kill -9 $pids 2>/dev/null';

/**
 * A frozen process cannot notice that its parent is gone, so a shell waits for that at the end of a pipe, which the
 * system closes even after SIGKILL. It is detached, so that Ctrl-C in the terminal leaves it to its work.
 */
export const openLastWill = (): LastWill => {
  const pids = new Set<number>();
  const shell = spawn("sh", ["-c", executor], { stdio: ["pipe", "ignore", "ignore"], detached: true });
  shell.unref();
  shell.stdin.on("error", () => undefined);
  const write = () => shell.stdin.write(`${[...pids].join(" ")}\n`);
  return {
    add: (pid) => {
      pids.add(pid);
      write();
    },
    remove: (pid) => {
      pids.delete(pid);
      write();
    },
    close: () => shell.stdin.end(),
  };
};
