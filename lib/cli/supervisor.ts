/**
 * Owns the children of `npm run up`, the database and the server: starts again one that dies, starts the
 * server again when another process has built the site anew, and ends them in order.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, unwatchFile, watchFile } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { builtFingerprint, FINGERPRINT_FILE } from "./build-site";
import { stopLeftoverServer } from "./database/cluster";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./database/embedded";
import { assertDatabaseAnswers } from "./database/external";
import { migrate } from "./database/migrate";
import { diesWithParent } from "./processes.mjs";
import { keptSecret, type Settings, serverEnvironment } from "./settings";

const RESTARTS_PER_MINUTE = 5;
const SERVER_STOP_MS = 5_000;
/** serve.mjs exits with it when the port is not to be had. */
const CANNOT_LISTEN = 98;

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

/** Asks, then insists. */
async function end(server: ChildProcess): Promise<void> {
  if (!isRunning(server)) return;
  const exited = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  const timer = setTimeout(() => server.kill("SIGKILL"), SERVER_STOP_MS);
  await exited;
  clearTimeout(timer);
}

export class Supervisor {
  /** Resolves with the exit code when every child is gone. */
  readonly done: Promise<number>;
  private finish: (code: number) => void = () => {};
  private readonly stopping = new AbortController();
  private readonly secret: string;
  private server: ChildProcess | null = null;
  /** Our own database, as it starts or runs. */
  private embedded: Promise<EmbeddedDatabase | null> = Promise.resolve(null);
  private databaseUrl = "";
  private restarts: number[] = [];
  private isListening = false;
  private hasListened = false;

  constructor(
    private readonly settings: Settings,
    private readonly serverScript: string,
    private readonly say: (message: string) => void,
  ) {
    this.secret = settings.authSecret ?? keptSecret(settings.dataDir);
    this.done = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  /** Aborts when the end has begun. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  get serverIsListening(): boolean {
    return this.isListening;
  }

  /** The host's database, or our own. @returns its URL, once it answers. */
  async startDatabase(): Promise<string> {
    const { databaseUrl, dataDir } = this.settings;
    if (databaseUrl) {
      await assertDatabaseAnswers(databaseUrl);
      this.databaseUrl = databaseUrl;
      return databaseUrl;
    }
    const directory = path.join(dataDir, "postgres-18");
    if (existsSync(directory)) await stopLeftoverServer(directory);
    else this.say("creating the embedded database (once) …");
    this.signal.throwIfAborted();
    const starting = startEmbeddedDatabase(directory);
    this.embedded = starting.catch(() => null);
    const embedded = await starting;
    void embedded.exited.then((lastWords) => this.onDatabaseExit(lastWords));
    this.databaseUrl = embedded.url;
    return embedded.url;
  }

  private async onDatabaseExit(lastWords: string): Promise<void> {
    if (this.signal.aborted) return;
    this.say(`the database stopped unexpectedly and is started again. ${lastWords.split("\n").at(-1) ?? ""}`);
    if (!this.mayRestart("database")) return;
    const before = this.databaseUrl;
    try {
      const url = await this.startDatabase();
      this.say("the database runs again");
      // On Windows it has another port now.
      if (url !== before) this.replaceServer();
    } catch (error) {
      if (this.signal.aborted) return;
      this.say((error as Error).message);
      await this.stop(1);
    }
  }

  startServer(): void {
    if (this.signal.aborted) return;
    const words = [...diesWithParent("KILL"), process.execPath, this.serverScript];
    const server = spawn(words[0] as string, words.slice(1), {
      stdio: ["pipe", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...serverEnvironment(this.settings, this.databaseUrl, this.secret) },
      windowsHide: true,
    });
    this.server = server;
    this.isListening = false;
    server.stdin?.on("error", () => {});
    server.once("message", () => {
      if (this.hasListened) this.say("the server answers again");
      this.isListening = true;
      this.hasListened = true;
    });
    server.once("error", (error) => {
      if (server.pid === undefined) void this.onServerExit(error.message);
    });
    server.once("exit", (code, signal) => void this.onServerExit(signal ?? code ?? "?"));
    this.watchBuild();
  }

  private async onServerExit(how: string | number): Promise<void> {
    this.isListening = false;
    if (this.signal.aborted) return;
    if (how === CANNOT_LISTEN && !this.hasListened) {
      this.say(`The server could not listen on port ${this.settings.port}; its reason is above.`);
      return this.stop(1);
    }
    this.say(`the server stopped unexpectedly (${how}) and is started again`);
    if (!this.mayRestart("server")) return;
    // A port that is not free yet would use up all tries within a second.
    if (how === CANNOT_LISTEN) await sleep(2_000);
    this.startServer();
  }

  /** Another `up` or `verify` of this checkout may build: pages and scripts of two builds do not go together. */
  private watchBuild(): void {
    const served = builtFingerprint();
    unwatchFile(FINGERPRINT_FILE);
    watchFile(FINGERPRINT_FILE, { interval: 2_000, persistent: false }, () => {
      const built = builtFingerprint();
      if (built === null || built === served || this.signal.aborted) return;
      this.say("the site was built anew; the server is started again on it");
      migrate(this.databaseUrl).then(
        () => this.replaceServer(),
        (error: Error) => {
          this.say(error.message);
          return this.stop(1);
        },
      );
    });
  }

  private replaceServer(): void {
    const old = this.server;
    // One that has ended is being started again already.
    if (!old || !isRunning(old) || this.signal.aborted) return;
    old.removeAllListeners("exit");
    void end(old).then(() => this.startServer());
  }

  /** Five restarts a minute, then it is a fault that a restart does not mend. */
  private mayRestart(what: string): boolean {
    const now = Date.now();
    this.restarts = [...this.restarts.filter((instant) => now - instant < 60_000), now];
    if (this.restarts.length <= RESTARTS_PER_MINUTE) return true;
    this.say(`the ${what} keeps stopping; giving up. What it said last is above.`);
    void this.stop(1);
    return false;
  }

  /** Ends the server, then the database, and waits for both. */
  async stop(code: number): Promise<void> {
    if (this.signal.aborted) return;
    this.stopping.abort();
    unwatchFile(FINGERPRINT_FILE);
    if (this.server) await end(this.server);
    await (await this.embedded)?.stop();
    this.finish(code);
  }
}
