/** The browser that tests and benches drive: one that is there, else Playwright's, else Debian's package. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Start flags: no sandbox (root in containers has none), and none of the browser's own network chatter. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a browser, or null. CHROMIUM_PATH overrides the search. */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, ...SYSTEM_BROWSERS, chromium.executablePath()];
  return candidates.find((candidate) => candidate && existsSync(candidate)) ?? null;
}

/** @throws with what to install when no way leads to a browser. */
export function ensureChromium(say: (message: string) => void): string {
  const found = findChromium();
  if (found) return found;
  say("no Chromium here: installing Playwright's …");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "inherit",
    timeout: 300_000,
  });
  const downloaded = findChromium();
  if (downloaded) return downloaded;
  say("that did not work: installing Debian's package …");
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const packaged = findChromium();
  if (packaged) return packaged;
  throw new Error(
    "There is no Chromium and none could be installed. Install one and set CHROMIUM_PATH to it.",
  );
}
