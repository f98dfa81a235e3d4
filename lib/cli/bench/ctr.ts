/**
 * bench ctr: trains a click model on one file, stops and calibrates it on a second and measures it on a third, in
 * headless Chromium. ECE has 10 bins of equal width; the base rate of normalised entropy is that of the test rows.
 */
import type { ClickMeasurement } from "@/lib/pipeline/workers/calls/clicks-calls";
import { parseOptions, UsageError } from "./arguments";
import { openBrowserHost } from "./browser-host";
import { readInputBytes } from "./files";
import type { ClickOptions, PipelineBench } from "./page";

const FILES = ["train", "valid", "test"] as const;
const MODELS = ["lr", "fm", "dcn"] as const;
function printBadRows(bad: ClickMeasurement["bad"], pathOf: Record<string, string>) {
  for (const { file, count, rows } of bad) {
    for (const { line, problem } of rows) console.error(`${pathOf[file]}:${line}: ${problem}`);
    if (count > 0)
      console.error(`${pathOf[file]}: ${count} bad rows left out, the first ${rows.length} listed above`);
  }
}

export async function benchCtr(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    train: { kind: "file" },
    valid: { kind: "file" },
    test: { kind: "file" },
    model: { kind: "text", fallback: "dcn", choices: MODELS },
    seed: { kind: "integer", fallback: "1", minimum: 0, maximum: 1_000_000 },
  });
  const contents = await Promise.all(FILES.map((name) => readInputBytes(options[name] ?? "")));
  const host = await openBrowserHost();
  try {
    for (const [i, name] of FILES.entries()) host.share(name, contents[i] ?? "");
    const wanted = { model: options.model, seed: Number(options.seed) } as ClickOptions;
    const answer = await host.page.evaluate(
      (wanted) =>
        (globalThis as unknown as { pipelineBench: PipelineBench }).pipelineBench.measureClicks(wanted),
      wanted,
    );
    if ("problem" in answer) throw new UsageError(answer.problem);
    const { bad, ...result } = answer;
    printBadRows(bad, options);
    const badRows = Object.fromEntries(bad.map(({ file, count }) => [file, count]));
    return {
      bench: "ctr",
      model: options.model,
      ...result,
      badRows,
      convention: "ece: 10 bins of equal width, after calibration; test rows decide nothing",
    };
  } finally {
    await host.close();
  }
}
