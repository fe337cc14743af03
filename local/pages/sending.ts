import type { ServerResponse } from "node:http";
import { contentSecurityPolicy } from "./layout.ts";

const always = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

export const sendPage = (response: ServerResponse, page: string, status = 200): void => {
  response.writeHead(status, {
    ...always,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "same-origin",
  });
  response.end(page);
};

export const sendJson = (response: ServerResponse, value: unknown, status = 200): void => {
  response.writeHead(status, { ...always, "content-type": "application/json" });
  response.end(JSON.stringify(value));
};

export const sendText = (response: ServerResponse, type: string, content: string | Buffer): void => {
  response.writeHead(200, { ...always, "content-type": type });
  response.end(content);
};

export const sendTo = (response: ServerResponse, address: string): void => {
  response.writeHead(303, { ...always, location: address }).end();
};
