/** Whether the server will be able to listen, asked before minutes are spent on a build. */
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** A server whose launcher was killed may need a moment to end what it was answering. */
const WAIT_MS = 5_000;

function listenFault(port: number, host: string | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function advice(fault: string, port: number, host: string | undefined): string {
  const other = port > 60_000 ? port - 1 : port + 1;
  if (fault === "EADDRINUSE")
    return `Port ${port} is used by another program. Stop that, or choose another port: PORT=${other} npm run up`;
  if (fault === "EACCES")
    return `This user may not listen on port ${port}. Choose one above 1023, for example: PORT=3000 npm run up`;
  if (fault === "EADDRNOTAVAIL" || fault === "ENOTFOUND")
    return `HOST=${host} is no address of this machine. Leave HOST unset to listen on all of them.`;
  return `The server cannot listen on port ${port}: ${fault}`;
}

/** @throws with what to do when the port cannot be had. */
export async function assertPortIsFree(port: number, host: string | undefined): Promise<void> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const fault = await listenFault(port, host);
    if (fault === null) return;
    if (fault !== "EADDRINUSE" || Date.now() > until) throw new Error(advice(fault, port, host));
    await sleep(200);
  }
}
