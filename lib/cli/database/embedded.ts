/**
 * A real PostgreSQL on a directory of the project: started when DATABASE_URL is not set, and for tests.
 * It listens on a private unix socket (on Windows: 127.0.0.1 with a password), never on a network.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { diesWithParent } from "../processes.mjs";
import { chooseAddress } from "./address";
import { findPostgresBinaries, type PostgresBinaries } from "./binaries";
import { createCluster } from "./cluster";
import { giveTo, prepareToRun, type RunAs } from "./run-as";

export type EmbeddedDatabase = {
  url: string;
  /** Resolves when the server process is gone, with what it wrote last. */
  exited: Promise<string>;
  stop(): Promise<void>;
};

const BOOT_TRIES = 30;
/** PostgreSQL's fast shutdown; then, if a disk is that slow, the immediate one, which the next start recovers from. */
const STOP_SIGNALS = [
  ["SIGINT", 0],
  ["SIGQUIT", 20_000],
] as const;

/** Whether the server that was started under this name answers, and not an older one on the same address. */
async function answers(url: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ cluster_name: string }>("show cluster_name");
    return rows[0]?.cluster_name === name;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

type Start = { binaries: PostgresBinaries; runAs: RunAs; dataDir: string; flags: string[]; name: string };

function launch({ binaries, runAs, dataDir, flags, name }: Start): ChildProcess {
  const settings = {
    cluster_name: name,
    max_connections: "80",
    shared_buffers: "64MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // The log may be shown in a terminal: no statements, no values of rows.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  const words = [
    ...runAs.prefix,
    ...diesWithParent("INT"),
    binaries.postgres,
    "-D",
    dataDir,
    ...flags,
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ];
  const guard = path.join(import.meta.dirname, "../guard.mjs");
  const plan = JSON.stringify({ words, stop: STOP_SIGNALS, uid: runAs.uid, gid: runAs.gid });
  // A group of its own keeps the terminal's Ctrl-C away from it; standard input ties it to this process.
  return spawn(process.execPath, [guard, plan], {
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
    windowsHide: true,
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
  const folder = path.dirname(dataDir);
  mkdirSync(folder, { recursive: true });
  const { binaries, runAs } = prepareToRun(installed, folder);
  if (existsSync(path.join(dataDir, "PG_VERSION"))) giveTo(dataDir, runAs);
  else createCluster(dataDir, binaries, runAs);
  const { flags, url } = await chooseAddress(dataDir, runAs);

  let lastWords = "";
  for (let attempt = 0; attempt < BOOT_TRIES; attempt++) {
    const name = `shortlist-${randomUUID().slice(0, 8)}`;
    const child = launch({ binaries, runAs, dataDir, flags, name });
    child.stdin?.on("error", () => {});
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
    const stop = async () => {
      child.stdin?.end();
      await exited;
    };
    for (let waited = 0; !gone && waited < 300; waited++) {
      if (await answers(url, name)) return { url, exited, stop };
      await sleep(100);
    }
    lastWords = output.trim();
    if (!gone) await stop();
    if (!/lock file|shared memory|being started up|shut down/i.test(lastWords)) break;
    await sleep(500);
  }
  throw new Error(`The embedded database in ${dataDir} did not start. It said:\n${lastWords}`);
}
