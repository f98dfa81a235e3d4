/** Builds the site when its sources changed since the last build; the fingerprint of the sources tells. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeScriptHashes } from "./script-hashes";

const SOURCE_FOLDERS = ["app", "components", "content", "lib", "prisma", "public"];
/** Not part of the built site. */
const IGNORED = new Set(["lib/generated", "lib/cli"]);
const FINGERPRINT_FILE = ".next/shortlist-fingerprint";

function filesUnder(folder: string): string[] {
  if (IGNORED.has(folder) || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(name) : [name];
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
  for (const file of [...rootFiles, ...SOURCE_FOLDERS.flatMap(filesUnder)].sort()) {
    hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Runs a package's command with our Node; rejects with its last lines when it fails. */
export function runNode(script: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-6_000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${path.basename(script)} ${args.join(" ")} failed:\n${output.trim()}`)),
    );
  });
}

/** `prisma generate`. It looks for an engine binary that generating does not need; any existing file satisfies it. */
export function generateDatabaseClient(): Promise<void> {
  return runNode("node_modules/prisma/build/index.js", ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
  });
}

/** @returns whether a build was needed. */
export async function buildSite(say: (message: string) => void): Promise<boolean> {
  const fingerprint = fingerprintSources();
  if (existsSync(FINGERPRINT_FILE) && readFileSync(FINGERPRINT_FILE, "utf8") === fingerprint) return false;
  rmSync(FINGERPRINT_FILE, { force: true });
  say("building the site (when sources changed; about a minute) …");
  await generateDatabaseClient();
  await runNode("node_modules/next/dist/bin/next", ["build"], {
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  });
  writeScriptHashes(".next");
  writeFileSync(FINGERPRINT_FILE, fingerprint);
  return true;
}
