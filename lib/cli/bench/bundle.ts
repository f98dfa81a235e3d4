/** Bundles sources for the browser with esbuild, in memory. */
import path from "node:path";
import { build } from "esbuild";

export const ROOT = path.resolve(import.meta.dirname, "../../..");
/** Node's modules that packages for both worlds import and never use in a browser. */
const NODE_ONLY = ["fs", "path", "worker_threads", "perf_hooks", "os", "url", "crypto", "util", "module"];

/**
 * `entry` as one module at `address` ("/worker.js"). With `isSplit`, what it imports on demand lies in files of its
 * own beside it, as an app's bundler would put it. Returns file contents by address.
 */
export async function bundle(
  entry: string,
  address: string,
  isSplit = false,
): Promise<Map<string, Uint8Array>> {
  const { dir, name } = path.posix.parse(address);
  const result = await build({
    entryPoints: { [name]: path.join(ROOT, entry) },
    absWorkingDir: ROOT,
    bundle: true,
    splitting: isSplit,
    outdir: dir,
    chunkNames: `${name}-[hash]`,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    mainFields: ["browser", "module", "main"],
    external: NODE_ONLY,
    logLevel: "silent",
  });
  const files = new Map(
    result.outputFiles.map(
      (file) => [path.posix.join(dir, path.basename(file.path)), file.contents] as const,
    ),
  );
  if (!files.has(address)) throw new Error(`esbuild wrote nothing for ${entry}`);
  return files;
}
