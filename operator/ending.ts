/** How a command ends: what it says, where, and with which code. */
export interface Ending {
  /** 0 when all is well, 1 when something was found, 2 when something could not be read. */
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly complaint: string;
}

/** Ends this process so. */
export const end = ({ code, out, complaint }: Ending): void => {
  process.stdout.write(out);
  process.stderr.write(complaint);
  process.exitCode = code;
};
