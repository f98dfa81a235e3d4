/**
 * bench split: cuts a file of ratings into train.csv and test.csv, per item at random (75/25) or at a moment (80/20),
 * so that `bench recommend` can be tried on any data set.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { splitByItem, splitByTime } from "@/lib/pipeline/data-sets/split";
import { createRandom } from "@/lib/random";
import { parseOptions } from "./arguments";
import { readRatings } from "./files";

const ITEM_SHARE = 0.75;
const TIME_SHARE = 0.8;

export async function splitRatings(argv: readonly string[]): Promise<Record<string, unknown>> {
  const options = parseOptions(argv, {
    ratings: { kind: "file" },
    by: { kind: "text", fallback: "item", choices: ["item", "time"] },
    out: { kind: "text" },
    seed: { kind: "integer", fallback: "42", minimum: 0 },
  });
  const { table } = await readRatings(options.ratings ?? "");
  const { users, items, userOf, itemOf, ratings, times } = table;
  const isTrain =
    options.by === "time"
      ? splitByTime(times, TIME_SHARE)
      : splitByItem(itemOf, ITEM_SHARE, createRandom(Number(options.seed)));
  const lines = Array.from(userOf, (user, row) =>
    [users[user], items[itemOf[row] ?? 0], ratings[row], times[row]].join(","),
  );
  const folder = options.out ?? "";
  await mkdir(folder, { recursive: true });
  const files = { train: path.join(folder, "train.csv"), test: path.join(folder, "test.csv") };
  const write = (file: string, wanted: number) => {
    const chosen = lines.filter((_, i) => isTrain[i] === wanted);
    return writeFile(file, `user,item,rating,timestamp\n${chosen.join("\n")}\n`);
  };
  await write(files.train, 1);
  await write(files.test, 0);
  const trainRows = isTrain.filter(Boolean).length;
  return { bench: "split", by: options.by, trainRows, testRows: lines.length - trainRows, ...files };
}
