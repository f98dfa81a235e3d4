/**
 * A local server for benches: files in memory, the wasm and model files of public/, and files of packages on a list.
 * Every answer makes the page cross-origin isolated, for shared memory and exact clocks.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { ROOT } from "./bundle";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".json": "application/json",
};

export type SentFile = { readonly name: string; readonly body: Uint8Array | string };

export type FileServer = {
  readonly origin: string;
  /** Every answer with a body, oldest first. */
  readonly sent: readonly SentFile[];
  close(): Promise<void>;
};

/** `packages` are the only ones whose files /packages/NAME/... gives. */
export async function serveFiles(
  files: ReadonlyMap<string, Uint8Array | string>,
  packages: readonly string[],
): Promise<FileServer> {
  const sent: SentFile[] = [];
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const body = files.get(name) ?? (await readPublicFile(name)) ?? (await readPackageFile(name, packages));
    if (body !== null) sent.push({ name, body });
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    response.setHeader(
      "Content-Type",
      TYPES[path.extname(name)] ?? (name === "/" ? "text/html" : "text/plain"),
    );
    response.statusCode = body === null ? 404 : 200;
    response.end(body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readWithin(folder: string, name: string): Promise<Uint8Array | null> {
  const file = path.join(folder, name);
  if (!file.startsWith(`${folder}${path.sep}`)) return null;
  return readFile(file).catch(() => null);
}

const readPublicFile = async (name: string) =>
  /^\/(wasm|models)\//.test(name) ? readWithin(path.join(ROOT, "public"), name) : null;

async function readPackageFile(name: string, packages: readonly string[]): Promise<Uint8Array | null> {
  const owner = packages.find((candidate) => name.startsWith(`/packages/${candidate}/`));
  if (!owner) return null;
  const folder = path.join(ROOT, "node_modules", owner);
  return readWithin(folder, name.slice(`/packages/${owner}`.length));
}
