/** Builds the site when its sources changed since the last build; the fingerprint of the sources tells. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkEndpoints } from "./check-endpoints";
import { takeLock } from "./lock.mjs";
import { diesWithParent } from "./processes.mjs";
import { writeScriptHashes } from "./script-hashes";

const SOURCE_FOLDERS = ["app", "components", "content", "lib", "prisma", "public"];
/** Not part of the built site. */
const IGNORED = new Set(["lib/generated", "lib/cli"]);
/** Writes a part of the built site. */
const BUILDERS = ["lib/cli/build-site.ts", "lib/cli/check-endpoints.ts", "lib/cli/script-hashes.ts"];
export const FINGERPRINT_FILE = ".next/shortlist-fingerprint";
/** A build empties .next but for this folder. */
const LOCK_FOLDER = ".next/cache";

function filesUnder(folder: string): string[] {
  if (IGNORED.has(folder) || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(name);
    return /\.test\.tsx?$/.test(name) ? [] : [name];
  });
}

/** SHA-256 over the path and content of everything that the build reads. */
export function fingerprintSources(): string {
  const rootFiles = readdirSync(".", { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(ts|tsx|mjs|json)$/.test(entry.name) &&
        !entry.name.endsWith("tsbuildinfo") &&
        entry.name !== "next-env.d.ts",
    )
    .map((entry) => entry.name);
  const hash = createHash("sha256").update(process.version);
  for (const file of [...rootFiles, ...BUILDERS, ...SOURCE_FOLDERS.flatMap(filesUnder)].sort()) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** At once: the next builder takes the lock as soon as we are gone, and half a build is worth nothing. */
const STOP_SIGNALS = [["SIGKILL", 0]] as const;

/**
 * Runs a package's command with our Node, tied to our life with all that it starts. Rejects with its last
 * lines when it fails, or when the signal says to stop, once it has ended.
 */
export function runNode(
  script: string,
  args: string[],
  env: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const words = [...diesWithParent("KILL"), process.execPath, script, ...args];
    const plan = JSON.stringify({ words, stop: STOP_SIGNALS, group: true });
    const child = spawn(process.execPath, [path.join(import.meta.dirname, "guard.mjs"), plan], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
      windowsHide: true,
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-6_000);
    };
    child.stdin.on("error", () => {});
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    const stop = () => child.stdin.end();
    signal?.addEventListener("abort", stop, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", stop);
      if (code === 0 && !signal?.aborted) resolve();
      else reject(new Error(`${path.basename(script)} ${args.join(" ")} failed:\n${output.trim()}`));
    });
  });
}

/** `prisma generate`. It looks for an engine binary that generating does not need; any existing file satisfies it. */
export function generateDatabaseClient(signal?: AbortSignal): Promise<void> {
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  return runNode("node_modules/prisma/build/index.js", ["generate"], env, signal);
}

async function build(fingerprint: string, signal: AbortSignal | undefined): Promise<void> {
  rmSync(FINGERPRINT_FILE, { force: true });
  await generateDatabaseClient(signal);
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  await runNode("node_modules/next/dist/bin/next", ["build"], env, signal);
  checkEndpoints(".next");
  writeScriptHashes(".next");
  // Last, so that it vouches for everything that was written before.
  writeFileSync(FINGERPRINT_FILE, fingerprint);
}

/** The fingerprint of the sources that the present build was made of, or null while there is none. */
export function builtFingerprint(): string | null {
  return existsSync(FINGERPRINT_FILE) ? readFileSync(FINGERPRINT_FILE, "utf8") : null;
}

/** Builds when that is needed; one process at a time. @returns whether it was. */
export async function buildSite(say: (message: string) => void, signal?: AbortSignal): Promise<boolean> {
  const fingerprint = fingerprintSources();
  if (builtFingerprint() === fingerprint) return false;
  mkdirSync(LOCK_FOLDER, { recursive: true });
  for (let waited = 0; ; waited++) {
    signal?.throwIfAborted();
    const taken = await takeLock(LOCK_FOLDER, "build");
    if ("heldBy" in taken) {
      if (waited === 0) say(`process ${taken.heldBy.pid} is building this checkout; waiting for it …`);
      await sleep(1_000);
      continue;
    }
    try {
      if (builtFingerprint() === fingerprint) return false;
      say("building the site (when sources changed; about a minute) …");
      await build(fingerprint, signal);
      return true;
    } finally {
      taken.lock.release();
    }
  }
}
