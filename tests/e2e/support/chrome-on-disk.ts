/** A real browser process with its profile on disk, that can be killed as a crash would. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "@/lib/cli/chromium";

const START_PATIENCE_MS = 40_000;
const END_PATIENCE_MS = 10_000;

async function devToolsAddress(portFile: string, child: ChildProcess): Promise<string> {
  for (const startedAt = Date.now(); Date.now() - startedAt < START_PATIENCE_MS; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`The browser ended at its start with ${child.exitCode}.`);
    const file = existsSync(portFile) ? readFileSync(portFile, "utf8") : "";
    const [, port, path] = file.match(/^(\d+)\n(\/devtools\/\S+)/) ?? [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
  }
  throw new Error("The browser did not open its port for the test.");
}

const isAlive = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

/** A dying helper of the browser may still hold the profile's files. */
async function groupIsGone(group: number): Promise<void> {
  for (const startedAt = Date.now(); isAlive(group) && Date.now() - startedAt < END_PATIENCE_MS; )
    await sleep(20);
}

/** What says that a browser runs on this profile; whoever was killed leaves it there. */
function removeMarks(profile: string): void {
  for (const name of ["DevToolsActivePort", "SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(path.join(profile, name), { force: true });
}

export type ChromeOnDisk = {
  open(): Promise<Page>;
  /** Ends as a person ends it: cookies are on disk then. */
  quit(): Promise<void>;
  kill(): Promise<void>;
};

export async function chromeOnDisk(profile: string): Promise<ChromeOnDisk> {
  const program = findChromium();
  if (!program) throw new Error("There is no Chromium here.");
  const portFile = path.join(profile, "DevToolsActivePort");
  mkdirSync(profile, { recursive: true });
  let running: { child: ChildProcess; browser: Browser } | null = null;
  return {
    async open() {
      removeMarks(profile);
      const child = spawn(
        program,
        [
          ...CHROMIUM_FLAGS,
          "--headless=new",
          "--hide-crash-restore-bubble",
          "--remote-debugging-port=0",
          `--user-data-dir=${profile}`,
        ],
        { stdio: "ignore", detached: true },
      );
      // One that does not answer must not outlive the test.
      const browser = await devToolsAddress(portFile, child)
        .then((address) => chromium.connectOverCDP(address))
        .catch((error: unknown) => {
          if (child.pid && isAlive(child.pid)) process.kill(-child.pid, "SIGKILL");
          throw error;
        });
      running = { child, browser };
      const [context] = browser.contexts();
      if (!context) throw new Error("The browser came up without a profile.");
      return context.newPage();
    },
    async quit() {
      const leaving = running;
      running = null;
      if (!leaving) return;
      const gone = new Promise((resolve) => leaving.child.once("exit", resolve));
      const session = await leaving.browser.newBrowserCDPSession();
      await session.send("Browser.close");
      await gone;
    },
    async kill() {
      const dying = running;
      running = null;
      if (!dying?.child.pid) return;
      const gone = new Promise((resolve) => dying.child.once("exit", resolve));
      // The whole group at once: browser, renderers and the process that writes to disk.
      process.kill(-dying.child.pid, "SIGKILL");
      await gone;
      await groupIsGone(dying.child.pid);
      await dying.browser.close().catch(() => {});
    },
  };
}
