/**
 * The HTTP server around Next. It does three things that `next start` does not: it takes the client's address
 * from the socket (or from as many trusted proxies as TRUSTED_PROXY_HOPS says), drops forwarding headers that
 * nobody trusted sent, and stops when its standard input ends, so that no parent's death leaves it behind.
 * A parent that gave it a channel is told when it listens; it exits with 98 when it cannot.
 */
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import next from "next";

const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || undefined;
const dev = process.argv.includes("--dev");
const hops = Number(process.env.TRUSTED_PROXY_HOPS || 0);
const CANNOT_LISTEN = 98;

/** The address that the outermost trusted proxy saw; with no proxies, the socket's own. */
function clientAddress(request) {
  const seen = request.socket.remoteAddress ?? "unknown";
  if (!(hops > 0)) return seen;
  const chain = `${request.headers["x-forwarded-for"] ?? ""}`
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return chain.at(-hops) ?? seen;
}

/**
 * Next sends an action that arrives at another page's address on to itself over HTTP, under its own name. A
 * secret of this process, put on every request that comes in, marks those and carries who really asked.
 */
const FROM_HERE = "x-shortlist-origin";
const secret = randomBytes(24).toString("base64url");

function restoreForwarded(request) {
  const [mark, address, host] = `${request.headers[FROM_HERE] ?? ""}`.split(" ");
  if (mark !== secret) return false;
  for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"])
    delete request.headers[name];
  request.headers["x-forwarded-for"] = address;
  request.headers.host = host;
  return true;
}

function sanitise(request) {
  if (restoreForwarded(request)) return;
  request.headers["x-forwarded-for"] = clientAddress(request);
  request.headers[FROM_HERE] =
    `${secret} ${request.headers["x-forwarded-for"]} ${request.headers.host ?? ""}`;
  if (!(hops > 0)) {
    for (const name of ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"])
      delete request.headers[name];
  }
}

let stopping = false;
let server;
function stop() {
  if (stopping) return;
  stopping = true;
  if (!server?.listening) process.exit(0);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 3_000).unref();
}
process.stdin.on("end", stop).on("error", stop).resume();
process.on("SIGTERM", stop);
// Ctrl-C reaches the whole group; the launcher decides the order of stopping.
process.on("SIGINT", () => {});

const app = next({ dev, port, hostname: host ?? "0.0.0.0" });
const handle = app.getRequestHandler();
await app.prepare();

server = createServer((request, response) => {
  sanitise(request);
  handle(request, response);
});
server.on("upgrade", (request, socket, head) => app.getUpgradeHandler()(request, socket, head));
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(CANNOT_LISTEN);
});
server.listen(port, host, () => process.send?.("listening"));
