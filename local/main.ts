import { help, readOptions } from "./options.ts";
import { type Runtime, startRuntime } from "./runtime.ts";

const explain = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Ctrl-C and SIGTERM end every child; a second one does not wait. */
const stopWhenAsked = (runtime: Runtime): void => {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      runtime.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === "help") {
    process.stdout.write(help);
  } else {
    const runtime = await startRuntime(options);
    stopWhenAsked(runtime);
    console.log(`ready ${runtime.url}`);
    console.log(`inbox, people to sign in as, and the clock: ${runtime.url}/local`);
  }
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
