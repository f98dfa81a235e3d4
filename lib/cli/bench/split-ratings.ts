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
  const { rows } = await readRatings(options.ratings ?? "");
  const keys = rows.items.map((item, i) => ({ item, time: rows.times[i] ?? 0 }));
  const isTrain =
    options.by === "time"
      ? splitByTime(keys, TIME_SHARE)
      : splitByItem(keys, ITEM_SHARE, createRandom(Number(options.seed)));
  const lines = rows.users.map((user, i) => `${user},${rows.items[i]},${rows.ratings[i]},${rows.times[i]}`);
  const folder = options.out ?? "";
  await mkdir(folder, { recursive: true });
  const files = { train: path.join(folder, "train.csv"), test: path.join(folder, "test.csv") };
  const write = (file: string, wanted: boolean) => {
    const chosen = lines.filter((_, i) => isTrain[i] === wanted);
    return writeFile(file, `user,item,rating,timestamp\n${chosen.join("\n")}\n`);
  };
  await write(files.train, true);
  await write(files.test, false);
  const trainRows = isTrain.filter(Boolean).length;
  return { bench: "split", by: options.by, trainRows, testRows: lines.length - trainRows, ...files };
}
