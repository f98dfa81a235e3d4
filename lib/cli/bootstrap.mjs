/**
 * Entry of `npm run up` and `npm run verify` on a machine that may have nothing but Node and npm. Plain
 * JavaScript without imports of packages: it checks Node, installs what package-lock.json names when that
 * changed, and only then runs the TypeScript command in this same process.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { takeLock } from "./lock.mjs";
import { ancestry, diesWithParent } from "./processes.mjs";

const root = path.resolve(import.meta.dirname, "../..");
process.chdir(root);

const command = process.argv[2];
if (command !== "up" && command !== "verify") {
  console.error("usage: bootstrap.mjs up | verify");
  process.exit(2);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Shortlist needs Node 20.19 or newer; this is ${process.versions.node}. Install it from nodejs.org and run again.`,
  );
  process.exit(1);
}

// Settings in a file count for the launcher as they do for Next. What the environment says goes first.
if (existsSync(".env")) process.loadEnvFile(".env");

/** Started by npm, we end with it: killed with no chance to say so, it would leave us behind. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== command) return;
  const atStart = ancestry();
  setInterval(() => {
    if (ancestry() !== atStart) process.kill(process.pid, "SIGTERM");
  }, 1_000).unref();
}

const marker = "node_modules/.shortlist-installed";
const lockDigest = () => createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const isInstalled = () => existsSync(marker) && readFileSync(marker, "utf8") === lockDigest();

/** npm as the one that started us, without a shell in between; else the one on the path. */
function npmWords() {
  const script = process.env.npm_execpath;
  if (script && path.basename(script) === "npm-cli.js") return [process.execPath, script];
  return process.platform === "win32" ? ["cmd.exe", "/d", "/s", "/c", "npm.cmd"] : ["npm"];
}

/** `npm ci`, tied to our life. Building the site needs the development packages too, whatever the environment says. */
function runNpmCi() {
  const words = [...diesWithParent("KILL"), ...npmWords(), "ci", "--include=dev", "--no-audit", "--no-fund"];
  // At once: the next starter takes the lock as soon as we are gone, and empties the folder.
  const plan = JSON.stringify({ words, stop: [["SIGKILL", 0]], group: true });
  const guard = spawn(process.execPath, [path.join(import.meta.dirname, "guard.mjs"), plan], {
    stdio: ["pipe", "inherit", "inherit"],
  });
  return new Promise((resolve) => guard.once("exit", resolve).once("error", () => resolve(1)));
}

/** Two starters at once take turns: npm ci empties node_modules first. */
async function install() {
  const folder = ".next/cache";
  mkdirSync(folder, { recursive: true });
  for (let waited = 0; ; waited++) {
    const taken = await takeLock(folder, "install");
    if ("heldBy" in taken) {
      if (waited === 0) console.error(`process ${taken.heldBy.pid} is installing packages here; waiting …`);
      await sleep(1_000);
      continue;
    }
    try {
      if (isInstalled()) return;
      console.error("installing packages with npm ci (once, one to two minutes) …");
      if ((await runNpmCi()) !== 0) {
        console.error("npm ci failed; its message is above. Mend that and run again.");
        process.exit(1);
      }
      writeFileSync(marker, lockDigest());
      return;
    } finally {
      taken.lock.release();
    }
  }
}

endWithNpm();
if (!isInstalled()) {
  try {
    await install();
  } catch (error) {
    console.error(`Packages could not be installed: ${error.message}`);
    process.exit(1);
  }
}
const { register } = await import("tsx/esm/api");
register();
const { main } = await import(`./${command}.ts`);
process.exitCode = await main(process.argv.slice(3));
