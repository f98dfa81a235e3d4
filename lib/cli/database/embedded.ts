/**
 * A real PostgreSQL on a directory of the project: started when DATABASE_URL is not set, and for tests.
 * It listens on a private unix socket (on Windows: 127.0.0.1 with a password), never on a network.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  diesWithParent,
  findPostgresBinaries,
  type PostgresBinaries,
  prepareToRun,
  type RunAs,
} from "./binaries";

export type EmbeddedDatabase = {
  url: string;
  /** Resolves when the server process is gone, with what it wrote last. */
  exited: Promise<string>;
  stop(): Promise<void>;
};

const USER = "shortlist";
const BOOT_TRIES = 30;

function command(runAs: RunAs, words: string[]): { file: string; args: string[] } {
  const [file, ...args] = [...runAs.prefix, ...words];
  return { file: file as string, args };
}

/** initdb into a side directory that is renamed when complete, so that a kill in the middle leaves nothing half made. */
function createCluster(dataDir: string, binaries: PostgresBinaries, runAs: RunAs): void {
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(fresh, runAs.uid, runAs.gid);
  const passwordFile = path.join(os.tmpdir(), `shortlist-password-${process.pid}`);
  const isWindows = process.platform === "win32";
  const password = randomBytes(24).toString("base64url");
  if (isWindows) writeFileSync(passwordFile, password, { mode: 0o600 });
  const auth = isWindows ? ["--auth=scram-sha-256", `--pwfile=${passwordFile}`] : ["--auth=trust"];
  const { file, args } = command(runAs, [
    binaries.initdb,
    "-D",
    fresh,
    "-U",
    USER,
    "-E",
    "UTF8",
    "--locale=C",
    "--no-instructions",
    ...auth,
  ]);
  const made = spawnSync(file, args, { encoding: "utf8", uid: runAs.uid, gid: runAs.gid, cwd: os.tmpdir() });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    throw new Error(
      `The embedded database could not be created in ${dataDir}: ${(made.stderr || String(made.error)).trim()}`,
    );
  }
  if (isWindows) writeFileSync(path.join(fresh, "shortlist.password"), password, { mode: 0o600 });
  renameSync(fresh, dataDir);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Where the server listens, as its own flags and as a URL. Socket paths are short: they may hold only 107 bytes. */
async function chooseAddress(dataDir: string, runAs: RunAs): Promise<{ flags: string[]; url: string }> {
  if (process.platform === "win32") {
    const port = await freePort();
    const password = readFileSync(path.join(dataDir, "shortlist.password"), "utf8");
    return {
      flags: ["-h", "127.0.0.1", "-p", String(port)],
      url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`,
    };
  }
  const digest = createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 12);
  const directory = path.join(os.tmpdir(), `shortlist-${digest}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(directory, runAs.uid, runAs.gid);
  return {
    flags: ["-h", "", "-k", directory],
    url: `postgresql://${USER}@localhost/postgres?host=${encodeURIComponent(directory)}`,
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function launch(binaries: PostgresBinaries, runAs: RunAs, dataDir: string, flags: string[]): ChildProcess {
  const settings = {
    max_connections: "80",
    shared_buffers: "64MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
  };
  const words = [
    ...diesWithParent(),
    binaries.postgres,
    "-D",
    dataDir,
    ...flags,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const { file, args } = command(runAs, words);
  const guard = path.join(import.meta.dirname, "guard.mjs");
  const plan = JSON.stringify({ command: file, args, uid: runAs.uid, gid: runAs.gid });
  // A group of its own keeps the terminal's Ctrl-C away from it; standard input ties it to this process.
  return spawn(process.execPath, [guard, plan], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
    cwd: os.tmpdir(),
  });
}

/**
 * Creates the cluster when there is none, starts it, and waits until it answers. A server that is just
 * going down after a kill still holds its lock for a moment: the start is tried again while that lasts.
 * @throws when the directory is in use by a living server or the server does not come up.
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  installed: PostgresBinaries = findPostgresBinaries(),
): Promise<EmbeddedDatabase> {
  const { binaries, runAs } = prepareToRun(installed);
  mkdirSync(path.dirname(dataDir), { recursive: true });
  if (!existsSync(path.join(dataDir, "PG_VERSION"))) createCluster(dataDir, binaries, runAs);
  const { flags, url } = await chooseAddress(dataDir, runAs);

  let lastWords = "";
  for (let attempt = 0; attempt < BOOT_TRIES; attempt++) {
    const child = launch(binaries, runAs, dataDir, flags);
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    let gone = false;
    const exited = new Promise<string>((resolve) =>
      child.once("exit", () => {
        gone = true;
        resolve(output.trim());
      }),
    );
    for (let waited = 0; !gone && waited < 300; waited++) {
      if (await answers(url)) {
        if (gone) break;
        return {
          url,
          exited,
          stop: async () => {
            child.stdin?.end();
            await exited;
          },
        };
      }
      await sleep(100);
    }
    lastWords = output.trim();
    if (!gone) child.stdin?.end();
    await exited;
    if (!/lock file|shared memory|being started up|shut down/i.test(lastWords)) break;
    await sleep(500);
  }
  throw new Error(`The embedded database in ${dataDir} did not start. It said:\n${lastWords}`);
}
