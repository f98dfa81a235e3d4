/** A real browser process with its profile on disk, that can be killed as a crash or a power cut would. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "@/lib/cli/chromium";

const START_PATIENCE_MS = 20_000;

async function devToolsAddress(portFile: string): Promise<string> {
  for (const startedAt = Date.now(); Date.now() - startedAt < START_PATIENCE_MS; await sleep(50)) {
    const lines = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
    if (lines.length > 1) return `ws://127.0.0.1:${lines[0]}${lines[1]}`;
  }
  throw new Error("The browser did not open its port for the test.");
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
      rmSync(portFile, { force: true });
      const child = spawn(
        program,
        [...CHROMIUM_FLAGS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`],
        { stdio: "ignore", detached: true },
      );
      const browser = await chromium.connectOverCDP(await devToolsAddress(portFile));
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
      await dying.browser.close().catch(() => {});
    },
  };
}
