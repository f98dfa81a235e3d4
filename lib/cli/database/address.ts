/** Where the embedded server listens: a unix socket in its own directory, or, on Windows, a local port. */
import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { RunAs } from "./run-as";

export const USER = "shortlist";
export const PASSWORD_FILE = "shortlist.password";
/** The kernel's limit is 107 bytes (103 on macOS) with the name of the socket's file in them. */
const MAX_SOCKET_PATH_BYTES = 103;
const SOCKET_FILE = "/.s.PGSQL.5432";

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

/** @throws when somebody else made the folder first: they could answer in the database's place. */
function privateFolderInTmp(dataDir: string, runAs: RunAs): string {
  const digest = createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 16);
  const folder = path.join(os.tmpdir(), `shortlist-${digest}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const mine = [process.getuid?.(), runAs.owner];
  if (!found.isDirectory() || !mine.includes(found.uid) || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} belongs to somebody else. Remove it, or set a DATA_DIR with a shorter path.`);
  if (runAs.owner !== undefined) chownSync(folder, runAs.owner, runAs.owner);
  return folder;
}

/** PostgreSQL reads the setting as a list, so commas and quotes cannot stand in it. */
function socketFolder(dataDir: string, runAs: RunAs): string {
  const folder = path.resolve(dataDir);
  const fits = Buffer.byteLength(folder + SOCKET_FILE) <= MAX_SOCKET_PATH_BYTES && !/[",\\]/.test(folder);
  return fits ? folder : privateFolderInTmp(dataDir, runAs);
}

/** As flags for the server and as a URL for its clients. */
export async function chooseAddress(
  dataDir: string,
  runAs: RunAs,
): Promise<{ flags: string[]; url: string }> {
  if (process.platform === "win32") {
    const port = await freePort();
    const password = readFileSync(path.join(dataDir, PASSWORD_FILE), "utf8");
    return {
      flags: ["-h", "127.0.0.1", "-p", String(port)],
      url: `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`,
    };
  }
  const folder = socketFolder(dataDir, runAs);
  return {
    flags: ["-h", "", "-k", folder],
    url: `postgresql://${USER}@localhost/postgres?host=${encodeURIComponent(folder)}`,
  };
}
