/**
 * `npm run grade -- --case SLUG --stage STAGE < answer.md` grades one answer; `--jsonl FILE` grades each line
 * {id, case, stage, text}. Prints one JSON object a line: {score, points, flags, upTo}. `--level` (or `level` on a
 * line) leaves the points of higher levels out of the score; without it all points of the stage count.
 */
import { text as readAll } from "node:stream/consumers";
import { parseArgs } from "node:util";
import * as z from "zod";
import { LEVELS, levelSchema, STAGES, type Stage } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { isExpectedOf, scoreOf } from "@/lib/grading/rubric/score";
import type { Grade } from "@/lib/grading/types";
import { BadInput, readJsonLines, runTool, writeJsonLine } from "./jsonl";
import { preparedRubric } from "./prepared-cases";

const USAGE = "Use --case SLUG --stage STAGE with the answer on standard input, or --jsonl FILE.";

const partSchema = z.enum([...STAGES, "whole"], { error: `must be one of ${STAGES.join(", ")} (or whole)` });
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  case: z.string(),
  stage: partSchema,
  text: z.string(),
  level: levelSchema.optional(),
});
type Line = z.infer<typeof lineSchema>;

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The grade of one answer, cut down to the stage that it answers; `whole` keeps every stage. */
function toOutput(grade: Grade, part: Line["stage"], level: NonNullable<Line["level"]>) {
  const points = grade.points.filter((point) => part === "whole" || point.stage === (part satisfies Stage));
  const upTo = LEVELS.map((limit) => [
    limit,
    rounded(scoreOf(points.filter((point) => isExpectedOf(limit, point.level))).value),
  ]);
  return {
    score: rounded(scoreOf(points.filter((point) => isExpectedOf(level, point.level))).value),
    points: points.map(({ id, verdict, credit, receipt }) => ({
      id,
      verdict,
      credit: rounded(credit),
      quote: receipt?.quote ?? null,
    })),
    flags: grade.flags,
    upTo: Object.fromEntries(upTo),
  };
}

function gradeLine({ case: slug, stage, text, level = "staff" }: Omit<Line, "id">) {
  return toOutput(gradeAnswers(preparedRubric(slug), { [stage]: text }, { level }), stage, level);
}

async function gradeStandardInput(slug: string, stage: string, level: string | undefined): Promise<void> {
  const parsed = lineSchema.omit({ id: true }).safeParse({ case: slug, stage, text: "", level });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadInput(`--${issue?.path.join(".")}: ${issue?.message}. ${USAGE}`);
  }
  if (process.stdin.isTTY) throw new BadInput(`No answer on standard input. ${USAGE}`);
  preparedRubric(slug);
  await writeJsonLine(gradeLine({ ...parsed.data, text: await readAll(process.stdin) }));
}

async function main(): Promise<void> {
  const options = {
    case: { type: "string" },
    stage: { type: "string" },
    level: { type: "string" },
    jsonl: { type: "string" },
  } as const;
  const { values } = readOptions(() => parseArgs({ options }));
  if (values.jsonl !== undefined) {
    for await (const line of readJsonLines(values.jsonl, lineSchema))
      await writeJsonLine({ id: line.id, ...gradeLine(line) });
    return;
  }
  if (values.case === undefined || values.stage === undefined) throw new BadInput(USAGE);
  await gradeStandardInput(values.case, values.stage, values.level);
}

function readOptions<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message.split(".")[0] : "Bad option"}. ${USAGE}`);
  }
}

await runTool("grade", main);
