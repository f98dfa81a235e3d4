/**
 * bench ctr: trains a click model on one file, stops and calibrates it on a second and measures it on a third, in
 * headless Chromium. The simpler models of the ladder are measured after it, on the same rows. ECE has 10 bins of equal
 * width; the base rate of normalised entropy is that of the test rows.
 */
import type { ClickMeasurement } from "@/lib/pipeline/workers/calls/clicks-calls";
import { parseOptions, UsageError } from "./arguments";
import { type BrowserHost, openBrowserHost } from "./browser-host";
import { readInputBytes } from "./files";
import type { ClickOptions, PipelineBench } from "./page";

const FILES = ["train", "valid", "test"] as const;
/** From the simplest to the richest. */
const MODELS = ["lr", "fm", "dcn"] as const;
type ModelName = (typeof MODELS)[number];

async function measure(host: BrowserHost, model: ModelName, seed: number): Promise<ClickMeasurement> {
  const answer = await host.page.evaluate(
    (wanted) =>
      (globalThis as unknown as { pipelineBench: PipelineBench }).pipelineBench.measureClicks(wanted),
    { model, seed } satisfies ClickOptions,
  );
  if ("problem" in answer) throw new UsageError(answer.problem);
  return answer;
}

/** What a rung of the ladder is compared by. */
const rungOf = (
  model: ModelName,
  { auc, logLoss, ece, params, members, trainSeconds }: ClickMeasurement,
) => ({
  model,
  auc,
  logLoss,
  ece,
  params,
  members,
  trainSeconds,
});

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
    const model = MODELS.find((name) => name === options.model) ?? "dcn";
    const seed = Number(options.seed);
    const measured = await measure(host, model, seed);
    const { bad, ...result } = measured;
    printBadRows(bad, options);
    const badRows = Object.fromEntries(bad.map(({ file, count }) => [file, count]));
    const ladder = [rungOf(model, measured)];
    for (const simpler of MODELS.slice(0, MODELS.indexOf(model)).toReversed())
      ladder.unshift(rungOf(simpler, await measure(host, simpler, seed)));
    return {
      bench: "ctr",
      model,
      ...result,
      badRows,
      ladder,
      convention: "ece: 10 bins of equal width, after calibration; test rows decide nothing",
    };
  } finally {
    await host.close();
  }
}
