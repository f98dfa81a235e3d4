/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root starts it, in this order of preference: in a
 * user namespace in which it is an ordinary user (on disk the files stay root's); as `nobody` that keeps
 * root's right to reach any folder; or as plain `nobody`, which needs a data directory that anyone may enter.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, lchownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { copyBinaries, makeRunnable, type PostgresBinaries } from "./binaries";

export type RunAs = {
  /** Words put before a PostgreSQL command. */
  prefix: string[];
  /** Set when the process itself must switch user. */
  uid?: number;
  gid?: number;
  /** Who owns the cluster's files; undefined leaves them alone. */
  owner?: number;
};

const NOBODY = 65_534;
const ROOT = 0;
const NAMESPACE = ["unshare", "-U", "--map-user=1000", "--map-group=1000", "--"];
const FILE_RIGHTS = "+dac_override,+dac_read_search";
const NOBODY_WITH_FILE_RIGHTS = [
  "setpriv",
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  "--clear-groups",
  `--inh-caps=${FILE_RIGHTS}`,
  `--ambient-caps=${FILE_RIGHTS}`,
  "--",
];

function works(words: string[]): boolean {
  return spawnSync(words[0] as string, words.slice(1), { stdio: "ignore" }).status === 0;
}

function assertTheyRun(binaries: PostgresBinaries): void {
  const { status, stderr, error } = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" });
  if (status === 0) return;
  throw new Error(
    `The PostgreSQL that npm brought does not run on this system: ${(stderr || String(error)).trim()}. Set DATABASE_URL to a PostgreSQL server and run again.`,
  );
}

/** The first folder on the way to `folder` that only its owner and group may enter. */
function closedFolder(folder: string): string | null {
  const parent = path.dirname(folder);
  const closedAbove = parent === folder ? null : closedFolder(parent);
  return closedAbove ?? ((statSync(folder).mode & 0o001) === 0 ? folder : null);
}

/**
 * Decides how to run the binaries as this user; may return other binaries than it was given.
 * @param folder holds the cluster and what else the database needs.
 * @throws when nothing this machine allows can work, saying what the host can do.
 */
export function prepareToRun(
  found: PostgresBinaries,
  folder: string,
): { binaries: PostgresBinaries; runAs: RunAs } {
  const binaries = makeRunnable(found, folder);
  assertTheyRun(binaries);
  if (process.platform === "win32" || process.getuid?.() !== ROOT) return { binaries, runAs: { prefix: [] } };
  const probe = [binaries.postgres, "--version"];
  if (works([...NAMESPACE, ...probe])) return { binaries, runAs: { prefix: NAMESPACE, owner: ROOT } };
  if (works([...NOBODY_WITH_FILE_RIGHTS, ...probe]))
    return { binaries, runAs: { prefix: NOBODY_WITH_FILE_RIGHTS, owner: NOBODY } };
  // Secrets beside the cluster are closed file by file; the folder itself has to let `nobody` through.
  chmodSync(folder, statSync(folder).mode | 0o011);
  const closed = closedFolder(folder);
  if (closed)
    throw new Error(
      `PostgreSQL does not run as root, and this machine lets root neither use user namespaces nor keep its file rights, so it has to run as "nobody", who may not enter ${closed}. Set DATA_DIR to a directory elsewhere (for example /var/lib/shortlist), or start as an ordinary user, or set DATABASE_URL.`,
    );
  const runAs: RunAs = { prefix: [], uid: NOBODY, gid: NOBODY, owner: NOBODY };
  return { binaries: copyBinaries(binaries, folder), runAs };
}

/** Gives the cluster to its user; it may have been made under another of the ways above. */
export function giveTo(directory: string, runAs: RunAs): void {
  const { owner } = runAs;
  if (owner === undefined || statSync(directory).uid === owner) return;
  // The folder itself goes last: its owner says that everything below was done.
  for (const entry of readdirSync(directory, { recursive: true, encoding: "utf8" }))
    lchownSync(path.join(directory, entry), owner, owner);
  lchownSync(directory, owner, owner);
}
