/**
 * Entry of `npm run up` and `npm run verify` on a machine that may have nothing but Node and npm. Plain
 * JavaScript without imports of packages: it checks Node, installs what package-lock.json names when that
 * changed, and only then runs the TypeScript command in this same process.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
process.chdir(root);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Shortlist needs Node 20.19 or newer; this is ${process.versions.node}. Install it from nodejs.org and run again.`,
  );
  process.exit(1);
}

function installedMarker() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}

const marker = "node_modules/.shortlist-installed";
if (!existsSync(marker) || readFileSync(marker, "utf8") !== installedMarker()) {
  console.error("installing packages with npm ci (once, one to two minutes) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Building the site needs the development packages too, whatever the environment says.
  const result = spawnSync(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error("npm ci failed; its message is above. Mend that and run again.");
    process.exit(1);
  }
  writeFileSync(marker, installedMarker());
}

const command = process.argv[2];
if (command !== "up" && command !== "verify") {
  console.error("usage: bootstrap.mjs up | verify");
  process.exit(2);
}
const { register } = await import("tsx/esm/api");
register();
const { main } = await import(`./${command}.ts`);
process.exitCode = await main(process.argv.slice(3));
