/**
 * A page in headless Chromium with the app's own pipeline worker: both are bundled with esbuild and served, cross-origin
 * isolated, from a local server that lives as long as the command. No Next build is needed.
 */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { CHROMIUM_FLAGS, ensureChromium } from "../chromium";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};
const PAGE =
  "<!doctype html><meta charset=utf-8><title>bench</title><script type=module src=/page.js></script>";

export type BrowserHost = {
  readonly page: Page;
  /** Bytes of the worker's code, gzip-compressed as a server would send it, and of the model runtime. */
  readonly workerFiles: { readonly script: Uint8Array; readonly runtime: Uint8Array };
  /** Makes `text` available to the page at /files/<name>. */
  share(name: string, text: string): void;
  /** Resident memory of the browser's renderer processes in MB; null where it cannot be read. */
  rendererMegabytes(): Promise<number | null>;
  close(): Promise<void>;
};

async function bundle(entry: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [path.join(ROOT, entry)],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    mainFields: ["browser", "module", "main"],
    external: ["fs", "path", "worker_threads", "perf_hooks", "os", "url", "crypto", "util"],
    logLevel: "silent",
  });
  const file = result.outputFiles[0];
  if (!file) throw new Error(`esbuild wrote nothing for ${entry}`);
  return file.contents;
}

function serve(files: Map<string, Uint8Array | string>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const body = files.get(name) ?? (await readPublicFile(name));
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader(
      "Content-Type",
      TYPES[path.extname(name)] ?? (name === "/" ? "text/html" : "text/plain"),
    );
    response.statusCode = body === null ? 404 : 200;
    response.end(body ?? "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function readPublicFile(name: string): Promise<Uint8Array | null> {
  const folder = path.join(ROOT, "public");
  const file = path.join(folder, name);
  if (!file.startsWith(`${folder}${path.sep}`) || !/^\/(wasm|models)\//.test(name)) return null;
  return readFile(file).catch(() => null);
}

async function launch(): Promise<Browser> {
  const executablePath = ensureChromium((message) => console.error(message));
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

export async function openBrowserHost(): Promise<BrowserHost> {
  const [script, page] = await Promise.all([
    bundle("lib/pipeline/workers/pipeline.worker.ts"),
    bundle("lib/cli/bench/page.ts"),
  ]);
  const files = new Map<string, Uint8Array | string>([
    ["/", PAGE],
    ["/worker.js", script],
    ["/page.js", page],
  ]);
  const server = await serve(files);
  const browser = await launch();
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(`page: ${error.message}`));
  tab.on("console", (message) => {
    if (message.type() === "log") console.error(message.text());
  });
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await tab.waitForFunction(() => "pipelineBench" in globalThis);
  const runtime = await readFile(path.join(ROOT, "public/wasm/tfjs-backend-wasm-simd.wasm"));
  return {
    page: tab,
    workerFiles: { script, runtime },
    share: (name, text) => files.set(`/files/${name}`, text),
    rendererMegabytes: () => readRendererMemory(browser),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sums the resident memory of renderer processes through the DevTools protocol and /proc. */
async function readRendererMemory(browser: Browser): Promise<number | null> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    let kilobytes = 0;
    for (const { type, id } of processInfo) {
      if (type !== "renderer") continue;
      const status = await readFile(`/proc/${id}/status`, "utf8");
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    }
    return Math.round(kilobytes / 1024);
  } catch {
    return null;
  }
}
