/** Line-by-line JSON for command-line tools: streams, tolerates blank lines, and says which line is wrong. */
import { createReadStream, statSync } from "node:fs";
import { createInterface } from "node:readline";
import type { z } from "zod";

/** An input that the caller can mend: printed as one line, exit code 2. */
export class BadInput extends Error {
  override readonly name = "BadInput";
}

function parseLine<T>(text: string, number: number, file: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadInput(`${file}, line ${number}: not valid JSON. Put one JSON object on each line.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") || "the line";
  throw new BadInput(`${file}, line ${number}: ${field}: ${issue?.message ?? "not as expected"}.`);
}

/** Yields each object of a JSON Lines file, in order. */
export async function* readJsonLines<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new BadInput(`${file}: no such file. Give the path of a .jsonl file after --jsonl.`);
  if (stats.isDirectory())
    throw new BadInput(`${file}: this is a folder. Give the path of a .jsonl file after --jsonl.`);
  const lines = createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (text.trim() !== "") yield parseLine(text, number, file, schema);
  }
}

/** Writes one object as a line and waits when the reader is slower; stops quietly when the reader has gone. */
export async function writeJsonLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
}

/** Runs a tool: bad input ends with exit code 2 and one line on stderr, anything else with 1. */
export async function runTool(name: string, main: () => Promise<void>): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
  });
  try {
    await main();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name}: ${message.replaceAll("\n", " ")}\n`);
    process.exitCode = error instanceof BadInput ? 2 : 1;
  }
}
