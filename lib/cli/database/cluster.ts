/** Makes an empty PostgreSQL cluster, and ends a server that an earlier launcher could not take with it. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, diesWithParent } from "../processes.mjs";
import { PASSWORD_FILE, USER } from "./address";
import type { PostgresBinaries } from "./binaries";
import type { RunAs } from "./run-as";

/** What a start that was killed half way left beside the cluster. */
function clearUnfinished(dataDir: string): void {
  const unfinished = `${path.basename(dataDir)}.new-`;
  for (const name of readdirSync(path.dirname(dataDir)))
    if (name.startsWith(unfinished))
      rmSync(path.join(path.dirname(dataDir), name), { recursive: true, force: true });
}

/**
 * initdb into a folder beside, renamed when it is complete, so that a kill in the middle leaves nothing half made.
 * @throws with initdb's own words when it fails.
 */
export function createCluster(dataDir: string, binaries: PostgresBinaries, runAs: RunAs): void {
  clearUnfinished(dataDir);
  const fresh = `${dataDir}.new-${randomBytes(4).toString("hex")}`;
  mkdirSync(fresh, { mode: 0o700 });
  if (runAs.owner !== undefined) chownSync(fresh, runAs.owner, runAs.owner);
  const isWindows = process.platform === "win32";
  const passwordFile = `${fresh}.password`;
  const password = randomBytes(24).toString("base64url");
  if (isWindows) writeFileSync(passwordFile, password, { mode: 0o600 });
  const auth = isWindows ? ["--auth=scram-sha-256", `--pwfile=${passwordFile}`] : ["--auth=trust"];
  const words = [...runAs.prefix, ...diesWithParent("KILL"), binaries.initdb, "-D", fresh, "-U", USER];
  words.push("-E", "UTF8", "--locale=C", "--no-instructions", ...auth);
  const made = spawnSync(words[0] as string, words.slice(1), {
    encoding: "utf8",
    uid: runAs.uid,
    gid: runAs.gid,
    cwd: os.tmpdir(),
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(
      `The embedded database could not be created in ${dataDir}: ${(made.stderr || String(made.error ?? made.signal)).trim()}`,
    );
  }
  if (isWindows) writeFileSync(path.join(fresh, PASSWORD_FILE), password, { mode: 0o600 });
  try {
    renameSync(fresh, dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(
      `The embedded database could not be created: ${dataDir} holds something else (${(error as NodeJS.ErrnoException).code}). Move that away, or set another DATA_DIR.`,
    );
  }
}

/** The process that says that it serves this cluster, when it does exist and is a PostgreSQL. */
function serverOf(dataDir: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 1 && commandLine(pid)?.includes(dataDir) ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Ends a server whose launcher was killed where the kernel ties no child to its parent. Only for the holder of
 * the data directory's lock: to anybody else that server may well be somebody's.
 */
export async function stopLeftoverServer(dataDir: string): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    for (let waited = 0; waited < 100; waited++) {
      const pid = serverOf(dataDir);
      if (pid === null) return;
      if (waited === 0) process.kill(pid, signal);
      await sleep(100);
    }
  }
}
