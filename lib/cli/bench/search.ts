/**
 * bench search: BM25, vectors, their fusion and the second stage on a collection in the BEIR layout, in headless
 * Chromium. NDCG has linear gain (trec_eval's ndcg_cut).
 */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/errors";
import { BEIR_PATHS as FILES, readBeirFolder } from "@/lib/pipeline/data-sets/beir-folder";
import type { SearchResult } from "@/lib/pipeline/workers/calls/search-calls";
import { parseOptions, UsageError } from "./arguments";
import { type BrowserHost, openBrowserHost } from "./browser-host";
import type { PipelineBench } from "./page";

const LISTED_BAD_LINES = 20;

const isFile = async (file: string) => (await stat(file).catch(() => null))?.isFile() ?? false;

async function openFolder(directory: string) {
  const open = async (name: string) => {
    const file = path.join(directory, name);
    if (!(await isFile(file))) throw new UsageError(`cannot read ${file}: no such file`);
    return openAsBlob(file);
  };
  const hasTrain = await isFile(path.join(directory, FILES.train));
  return {
    corpus: await open(FILES.corpus),
    queries: await open(FILES.queries),
    train: hasTrain ? await open(FILES.train) : null,
    test: await open(FILES.test),
  };
}

/** Reads all files once here, so that a fault is one clear line before any browser starts. */
async function checkFolder(files: Awaited<ReturnType<typeof openFolder>>) {
  try {
    const folder = await readBeirFolder(files, () => ({
      checkpoint: async () => undefined,
      onBytes: () => undefined,
    }));
    for (const { file, count, rows } of folder.bad) {
      for (const { line, problem } of rows.slice(0, LISTED_BAD_LINES))
        console.error(`${file} line ${line}: ${problem}`);
      if (count > LISTED_BAD_LINES)
        console.error(`${file}: ${count - LISTED_BAD_LINES} more bad lines are not listed`);
    }
    console.error(
      `${folder.documents.length} documents, ${folder.train.size} training and ${folder.test.size} test queries; starting Chromium`,
    );
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
}

const evaluateInPage = (host: BrowserHost, names: readonly string[]) =>
  // Without functions of their own name: the page knows no helper that the loader would call for them.
  host.page.evaluate(async (shared) => {
    const [corpus, queries, test, train = null] = await Promise.all(
      shared.map(async (name) => (await fetch(`/files/${name}`)).blob()),
    );
    const { pipelineBench } = globalThis as unknown as { pipelineBench: PipelineBench };
    return pipelineBench.call("evaluate-search", { corpus, queries, train, test });
  }, names) as Promise<SearchResult>;

export async function benchSearch(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, { corpus: { kind: "text" } });
  const files = await openFolder(options.corpus ?? "");
  await checkFolder(files);
  const host = await openBrowserHost();
  try {
    const names = ["corpus", "queries", "test", ...(files.train ? ["train"] : [])];
    for (const name of names) host.share(name, (await files[name as keyof typeof files]?.text()) ?? "");
    const { bad, ...result } = await evaluateInPage(host, names);
    return {
      bench: "search",
      ...result,
      badLines: bad.reduce((sum, { count }) => sum + count, 0),
      convention:
        "linear gain (trec_eval ndcg_cut), mean over test queries with at least one relevant document; others are left out",
    };
  } finally {
    await host.close();
  }
}
