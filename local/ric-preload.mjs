// Loaded with --import before AWS's own Lambda runtime client, aws-lambda-ric 4.0.2, which talks to the Runtime API
// through an addon that must be compiled. This answers its one request for the addon with the same calls over node:http.
import { closeSync, writeSync } from "node:fs";
import http from "node:http";
import Module from "node:module";

const helloPipe = 3;
const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
// One connection: the next question can never overtake the answer before it.
const agent = new http.Agent({ keepAlive: true, maxSockets: 1, noDelay: true });
const invocations = "/2018-06-01/runtime/invocation/";

const call = (method, path, body, headers = {}) =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const options = { hostname, port, path, method, agent, headers: { ...headers, ...length } };
    const request = http.request(options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ bodyJson: Buffer.concat(parts).toString(), headers: response.headers }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });

const post = (path, body, headers) => {
  call("POST", path, body, { "content-type": "application/json", ...headers }).catch((error) => {
    process.stderr.write(`the Runtime API is gone: ${error.message}\n`);
    process.exit(129);
  });
};

const addon = {
  initializeClient() {},
  next: () => call("GET", `${invocations}next`),
  done: (id, body) => post(`${invocations}${id}/response`, body),
  error: (id, body) => post(`${invocations}${id}/error`, body),
};

const load = Module._load;
Module._load = (request, ...rest) => {
  if (!request.endsWith("rapid-client.node")) return load.call(Module, request, ...rest);
  // Tells the parent that this was used, then gives the descriptor up: a function on Lambda has none.
  writeSync(helloPipe, "preloaded");
  closeSync(helloPipe);
  Module._load = load;
  return addon;
};
