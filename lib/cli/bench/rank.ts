/**
 * bench rank: learns to rank from one file of judged documents and measures NDCG on another, in headless Chromium.
 * Files in the SVMlight layout with `qid:`, or LightGBM's with group sizes in FILE.query.
 */
import { openAsBlob } from "node:fs";
import { access } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { groupRows, parseGroupSizes } from "@/lib/pipeline/data-sets/query-groups";
import { readSvmlight, type SvmlightRows } from "@/lib/pipeline/data-sets/svmlight";
import { requireContrast } from "@/lib/pipeline/learning-to-rank/lambda-mart";
import { parseOptions, UsageError } from "./arguments";
import { openBrowserHost } from "./browser-host";
import { readInput } from "./files";
import type { PipelineBench } from "./page";

const LISTED_BAD_LINES = 100;

type Input = { readonly name: string; readonly text: string; readonly groups: string | null };

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

function requireLearnable(rows: SvmlightRows, offsets: Int32Array, file: string) {
  if (rows.lastFeature < 0) throw new UsageError(`${file}: no line has a feature`);
  requireContrast({ grades: rows.grades, offsets });
}

/** Read here as well, so that a fault is one clear line, and bad lines are listed, before any browser starts. */
async function readJudged(file: string, isTraining: boolean): Promise<Input> {
  const text = await readInput(file);
  const groupFile = `${file}.query`;
  const groups = (await exists(groupFile)) ? await readInput(groupFile) : null;
  try {
    const context = { checkpoint: async () => undefined, onBytes: () => undefined };
    const rows = await readSvmlight(await openAsBlob(file), context);
    for (const { line, problem } of rows.bad.rows.slice(0, LISTED_BAD_LINES))
      console.error(`${file}, line ${line}: ${problem}; left out`);
    if (rows.bad.count > LISTED_BAD_LINES)
      console.error(`${file}: ${rows.bad.count} bad lines in all, the first ${LISTED_BAD_LINES} listed`);
    const offsets = groupRows(rows, groups === null ? null : parseGroupSizes(groups, groupFile), file);
    if (isTraining) requireLearnable(rows, offsets, file);
    console.error(`${file}: ${rows.grades.length} rows of ${offsets.length - 1} queries`);
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(error.message);
    throw error;
  }
  return { name: file, text, groups };
}

export async function benchRank(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    train: { kind: "file" },
    test: { kind: "file" },
    empty: { kind: "text", fallback: "1" },
    seed: { kind: "integer", fallback: "1", minimum: 0, maximum: 1_000_000 },
  });
  const empty = Number(options.empty);
  if (!(empty >= 0 && empty <= 1)) throw new UsageError(`--empty must be from 0 to 1, not ${options.empty}`);
  const train = await readJudged(options.train ?? "", true);
  const test = await readJudged(options.test ?? "", false);
  const host = await openBrowserHost();
  try {
    host.share("train", train.text);
    host.share("test", test.text);
    const result = await host.page.evaluate(
      // Without functions of their own name: the page knows no helper that the loader would call for them.
      async ({ parts, empty, seed }) => {
        const files = await Promise.all(
          parts.map(async (part) => ({
            ...part,
            file: await (await fetch(`/files/${part.share}`)).blob(),
            groups: part.groups === null ? null : new Blob([part.groups]),
          })),
        );
        const { pipelineBench } = globalThis as unknown as { pipelineBench: PipelineBench };
        return pipelineBench.call("evaluate-ranking", { train: files[0], test: files[1], empty, seed });
      },
      {
        parts: [
          { share: "train", name: train.name, groups: train.groups },
          { share: "test", name: test.name, groups: test.groups },
        ],
        empty,
        seed: Number(options.seed),
      },
    );
    return {
      bench: "rank",
      ...(result as Record<string, unknown>),
      convention: `gain 2^grade - 1, discount 1/log2(rank + 1), rows of equal score share the mean gain of their places; a query without a relevant row counts as ${empty}`,
    };
  } finally {
    await host.close();
  }
}
