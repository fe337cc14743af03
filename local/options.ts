import { parseArgs } from "node:util";
import type { RuntimeOptions } from "./runtime.ts";

export const help = `Runs the whole service on this machine from its CloudFormation template.

  npm start -- [options]

  --port 4000             where it listens, on 127.0.0.1
  --data .opptak          the folder where records and mail are kept between starts
  --memory                keeps nothing
  --now 2024-04-15T09:00  what the clock shows at the start, in Oslo; "real" for the real time
  --assembly cdk.out      runs this synthesised template, instead of making it from infra/
  --demo                  begins with made-up applications and registrations
  --help                  shows this
`;

const readPort = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port ${text} is not a port.`);
};

const readNow = (text: string): string => {
  if (text === "real" || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) return text;
  throw new Error(`--now ${text} is neither "real" nor a time such as 2024-04-15T09:00.`);
};

/** Reads the command line; "help" when that is what was asked for. Throws one clear sentence. */
export const readOptions = (parameters: readonly string[]): RuntimeOptions | "help" => {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      port: { type: "string", default: "4000" },
      data: { type: "string", default: ".opptak" },
      memory: { type: "boolean", default: false },
      now: { type: "string", default: "2024-04-15T09:00" },
      assembly: { type: "string" },
      demo: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    port: readPort(values.port),
    dataDir: values.memory ? undefined : values.data,
    now: readNow(values.now),
    assembly: values.assembly,
    demo: values.demo,
  };
};
