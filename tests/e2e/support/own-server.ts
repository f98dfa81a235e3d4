/**
 * A Shortlist of a test's own, started by the launcher as a host would, so that it may be killed, set up, given
 * settings (`env`) and moved through an interview's minutes (movable-clock.mjs).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const START_PATIENCE_MS = 90_000;
const STOP_PATIENCE_MS = 15_000;
const MOVABLE_CLOCK = pathToFileURL(path.resolve("tests/e2e/support/movable-clock.mjs")).href;
/** A little more than the server's clock may take to look at its file. */
const CLOCK_PATIENCE_MS = 20;

/** Process numbers of the HTTP servers that this launcher started. */
function serversOf(launcher: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [pid, parent, ...words] = line.trim().split(/\s+/);
    return Number(parent) === launcher && words.join(" ").includes("lib/cli/serve.mjs") ? [Number(pid)] : [];
  });
}

export class OwnServer {
  readonly url: string;
  private launcher: ChildProcess | null = null;
  /** What the launcher printed so far. */
  output = "";
  private readonly clockFile: string;
  private aheadMs = 0;

  /** @param env settings on top of the environment, as a host would set them. */
  constructor(
    private readonly port: number,
    private readonly dataDir: string,
    private readonly env: Record<string, string> = {},
  ) {
    this.url = `http://localhost:${port}`;
    // Beside the data, which the launcher wants for itself.
    this.clockFile = path.resolve(`${dataDir}.clock`);
  }

  /** The build is there already: the suite's own server made it. */
  async start(): Promise<void> {
    rmSync(this.dataDir, { recursive: true, force: true });
    mkdirSync(path.dirname(this.clockFile), { recursive: true });
    await this.moveClock(0);
    const launcher = spawn(process.execPath, ["lib/cli/bootstrap.mjs", "up"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: "warn",
        DATABASE_URL: "",
        ...this.env,
        MOVABLE_CLOCK_FILE: this.clockFile,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${MOVABLE_CLOCK}`.trim(),
      },
    });
    this.launcher = launcher;
    for (const stream of [launcher.stdout, launcher.stderr])
      stream.on("data", (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    await this.waitFor(/ready: .*\n.*administrator/, START_PATIENCE_MS);
  }

  async waitFor(line: RegExp, patienceMs: number): Promise<void> {
    for (const startedAt = Date.now(); !line.test(this.output); await sleep(50)) {
      const isGone = this.launcher?.exitCode !== null;
      if (isGone || Date.now() - startedAt > patienceMs)
        throw new Error(`The server of this test did not say ${line}:\n${this.output}`);
    }
  }

  private async moveClock(aheadMs: number): Promise<void> {
    this.aheadMs = aheadMs;
    writeFileSync(this.clockFile, String(aheadMs));
    await sleep(CLOCK_PATIENCE_MS);
  }

  /**
   * From now on the server's clock is so many minutes further. A page follows with the next answer it gets: when
   * it saves, when it comes to the front, or within eight seconds.
   */
  async advanceMinutes(minutes: number): Promise<void> {
    await this.moveClock(this.aheadMs + minutes * 60_000);
  }

  /** Kills the HTTP server without a warning, as the kernel does when memory runs out. */
  killHttpServer(): void {
    const [server] = serversOf(this.launcher?.pid ?? -1);
    if (server === undefined) throw new Error(`No HTTP server to kill:\n${this.output}`);
    process.kill(server, "SIGKILL");
  }

  async stop(): Promise<void> {
    const launcher = this.launcher;
    if (!launcher || launcher.exitCode !== null) return;
    const gone = new Promise((resolve) => launcher.once("exit", resolve));
    launcher.kill("SIGTERM");
    await Promise.race([gone, sleep(STOP_PATIENCE_MS)]);
    launcher.kill("SIGKILL");
  }
}
