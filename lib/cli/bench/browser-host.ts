/**
 * A page in headless Chromium with workers: both are bundled with esbuild and served, cross-origin isolated, from a
 * local server that lives as long as the command. No Next build is needed. Without a site of its own, a bench gets the
 * app's pipeline worker.
 */
import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_FLAGS, ensureChromium } from "../chromium";
import { bundle } from "./bundle";
import { type SentFile, serveFiles } from "./file-server";

const PAGE =
  "<!doctype html><meta charset=utf-8><title>bench</title><script type=module src=/page.js></script>";

/** What the host serves. */
export type BenchSite = {
  /** Source of the page's script. */
  readonly page: string;
  /** What that script puts on globalThis when it is ready. */
  readonly global: string;
  /** Sources of worker scripts by address. */
  readonly workers: Readonly<Record<string, string>>;
  /** Imports on demand become files of their own, fetched on demand. */
  readonly isSplit?: boolean;
  /** The kind of console message that is progress; packages chatter in others. */
  readonly progress?: "log" | "info";
  /** Packages whose files can be fetched at /packages/NAME/... */
  readonly packages?: readonly string[];
};

const PIPELINE_SITE: BenchSite = {
  page: "lib/cli/bench/page.ts",
  global: "pipelineBench",
  workers: { "/worker.js": "lib/pipeline/workers/pipeline.worker.ts" },
  isSplit: true,
};

/** `resident` counts the browser's own code, which all its processes share; `own` counts each shared page by its share. */
export type RendererMemory = { readonly resident: number; readonly own: number };

export type BrowserHost = {
  readonly page: Page;
  /** Every file the browser has fetched so far, oldest first. */
  readonly sent: readonly SentFile[];
  /** Makes `contents` available to the page at /files/<name>. */
  share(name: string, contents: Uint8Array | string): void;
  /** Memory of the page's process in MB; null where it cannot be read. */
  rendererMegabytes(): Promise<RendererMemory | null>;
  close(): Promise<void>;
};

async function bundleSite({ page, workers, isSplit }: BenchSite) {
  const parts = await Promise.all([
    bundle(page, "/page.js"),
    ...Object.entries(workers).map(([address, source]) => bundle(source, address, isSplit)),
  ]);
  return new Map<string, Uint8Array | string>([["/", PAGE], ...parts.flatMap((part) => [...part])]);
}

async function launch(): Promise<Browser> {
  const executablePath = ensureChromium((message) => console.error(message));
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

export async function openBrowserHost(site: BenchSite = PIPELINE_SITE): Promise<BrowserHost> {
  const files = await bundleSite(site);
  const server = await serveFiles(files, site.packages ?? []);
  const browser = await launch();
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(`page: ${error.message}`));
  tab.on("console", (message) => {
    if (message.type() === (site.progress ?? "log")) console.error(message.text());
  });
  await tab.goto(server.origin);
  await tab.waitForFunction((name) => name in globalThis, site.global);
  return {
    page: tab,
    sent: server.sent,
    share: (name, contents) => files.set(`/files/${name}`, contents),
    rendererMegabytes: () => readRendererMemory(browser),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Of the browser's page processes the largest: the others are spares. Through the DevTools protocol and /proc. */
async function readRendererMemory(browser: Browser): Promise<RendererMemory | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const pages = processInfo.filter(({ type }) => type === "renderer");
    const sizes = await Promise.all(pages.map(({ id }) => readFile(`/proc/${id}/smaps_rollup`, "utf8")));
    const megabytes = (text: string, field: string) =>
      Math.round(Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0) / 1024);
    return sizes
      .map((text) => ({ resident: megabytes(text, "Rss"), own: megabytes(text, "Pss") }))
      .reduce((largest, size) => (size.own > largest.own ? size : largest));
  } catch {
    return null;
  }
}
