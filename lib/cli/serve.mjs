/**
 * The HTTP server around Next. It does three things that `next start` does not: it takes the client's address
 * from the socket (or from as many trusted proxies as TRUSTED_PROXY_HOPS says), drops forwarding headers that
 * nobody trusted sent, and stops when its standard input ends, so that no parent's death leaves it behind.
 * A parent that gave it a channel is told when it listens; it exits with 98 when it cannot.
 */
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

function sanitise(request) {
  request.headers["x-forwarded-for"] = clientAddress(request);
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
