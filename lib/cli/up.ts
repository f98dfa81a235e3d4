/**
 * `npm run up`: installs (bootstrap.mjs), prepares the database, builds, serves, prints the address.
 * The launcher owns its children: it restarts one that dies, and none outlives it, however it dies.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSite } from "./build-site";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./database/embedded";
import { migrate } from "./database/migrate";
import { createSetupLink } from "./database/setup-link";
import { type LockHolder, readLockUrl, takeLock } from "./lock";

const startedAt = Date.now();
function say(message: string): void {
  console.error(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${message}`);
}

/** Signs sessions and links. Made once, readable by its owner only. */
function secretOf(dataDir: string): string {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** A second `up` on the same directory joins the first: it says where that serves. */
async function joinRunning(dataDir: string, holder: LockHolder): Promise<number> {
  say(`another \`npm run up\` (process ${holder.pid}) owns ${dataDir}; waiting for it to answer …`);
  for (let waited = 0; waited < 120; waited++) {
    const url = readLockUrl(dataDir);
    if (url && (await isHealthy(url))) {
      say(`ready: ${url} (already running as process ${holder.pid}; nothing was started)`);
      return 0;
    }
    await sleep(1_000);
  }
  say(`process ${holder.pid} holds the directory but does not answer. Stop it, then run again.`);
  return 1;
}

class Supervisor {
  private server: ChildProcess | null = null;
  private embedded: EmbeddedDatabase | null = null;
  private stopping = false;
  private restarts: number[] = [];
  readonly done: Promise<number>;
  private finish: (code: number) => void = () => {};

  constructor(
    private readonly dataDir: string,
    private readonly port: number,
  ) {
    this.done = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  /** The host's database, or our own. */
  async startDatabase(): Promise<string> {
    if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
    const directory = path.join(this.dataDir, "postgres-18");
    if (!existsSync(directory)) say("creating the embedded database (once) …");
    this.embedded = await startEmbeddedDatabase(directory);
    void this.embedded.exited.then((lastWords) => this.onDatabaseExit(lastWords));
    return this.embedded.url;
  }

  private async onDatabaseExit(lastWords: string): Promise<void> {
    if (this.stopping) return;
    say(`the database stopped unexpectedly and is started again. ${lastWords.split("\n").at(-1) ?? ""}`);
    if (!this.mayRestart()) return this.stop(1);
    try {
      await this.startDatabase();
    } catch (error) {
      say((error as Error).message);
      await this.stop(1);
    }
  }

  startServer(databaseUrl: string, secret: string): void {
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(this.port),
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: secret,
    };
    const server = spawn(process.execPath, ["lib/cli/serve.mjs"], {
      stdio: ["pipe", "inherit", "inherit"],
      env,
    });
    this.server = server;
    server.once("exit", (code, signal) => {
      if (this.stopping) return;
      say(`the server stopped unexpectedly (${signal ?? code})`);
      if (this.mayRestart()) this.startServer(databaseUrl, secret);
      else void this.stop(1);
    });
  }

  /** Five restarts a minute, then it is a fault that a restart does not mend. */
  private mayRestart(): boolean {
    const now = Date.now();
    this.restarts = [...this.restarts.filter((instant) => now - instant < 60_000), now];
    return this.restarts.length <= 5;
  }

  async stop(code: number): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    const server = this.server;
    if (server && server.exitCode === null && server.signalCode === null) {
      const exited = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await Promise.race([exited, sleep(5_000)]);
      server.kill("SIGKILL");
    }
    await this.embedded?.stop();
    this.finish(code);
  }

  get isStopping(): boolean {
    return this.stopping;
  }
}

async function serve(supervisor: Supervisor, dataDir: string, url: string): Promise<void> {
  const [databaseUrl, wasBuilt] = await Promise.all([supervisor.startDatabase(), buildSite(say)]);
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) say(`database: applied ${applied.join(", ")}`);
  if (!wasBuilt) say("the site is built already");
  supervisor.startServer(databaseUrl, secretOf(dataDir));
  for (let waited = 0; !(await isHealthy(url)); waited++) {
    if (supervisor.isStopping) return;
    if (waited > 600) throw new Error(`The server did not answer on ${url}/api/health within a minute.`);
    await sleep(100);
  }
  say(`ready: ${url}`);
  const setupLink = await createSetupLink(databaseUrl, process.env.APP_URL ?? url);
  if (setupLink) say(`no administrator yet. To become one, open this once within 24 hours: ${setupLink}`);
}

export async function main(_args: string[]): Promise<number> {
  const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`PORT must be a number from 1 to 65535; it is ${process.env.PORT}.`);
    return 2;
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const taken = takeLock(dataDir);
  if ("heldBy" in taken) return joinRunning(dataDir, taken.heldBy);

  const url = `http://localhost:${port}`;
  const supervisor = new Supervisor(dataDir, port);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void supervisor.stop(0));
  taken.lock.setUrl(url);
  try {
    await serve(supervisor, dataDir, url);
    return await supervisor.done;
  } catch (error) {
    say((error as Error).message);
    await supervisor.stop(1);
    return 1;
  } finally {
    taken.lock.release();
  }
}
