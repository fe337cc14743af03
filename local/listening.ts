import type { Server } from "node:http";

/** Listens on this machine only; port 0 is any free one. */
export const listen = (server: Server, port = 0): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });

/** Host and port of a listening server. */
export const addressOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server is not listening");
  return `${address.address}:${address.port}`;
};
