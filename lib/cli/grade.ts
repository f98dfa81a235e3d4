/**
 * `npm run grade -- --case SLUG --stage STAGE < answer.md` grades one answer; without `--stage` the text has a
 * `## stage` heading for each, and all are graded; `--answer mid` grades the answer of that name in the case itself
 * (model-mid, naive-…, weak-generic), at its own level. `--jsonl FILE` grades each line {id, case, stage, text}.
 * Prints one JSON object a line: {score, points, flags, upTo}. `--level` (or `level` on a line) leaves the points of
 * higher levels out of the score; without it all points count.
 */
import { text as readAll } from "node:stream/consumers";
import { parseArgs } from "node:util";
import * as z from "zod";
import { loadCase } from "@/lib/content/load";
import { sectionsOf } from "@/lib/content/markdown";
import { levelSchema, stageSchema } from "@/lib/framework/stage-schemas";
import { LEVELS, STAGES, type Stage } from "@/lib/framework/stages";
import { gradeAnswers } from "@/lib/grading/grade-answers";
import { isExpectedOf, scoreOf } from "@/lib/grading/rubric/score";
import type { Answers, Grade } from "@/lib/grading/types";
import { BadInput, readJsonLines, runTool, writeJsonLine } from "./jsonl";
import { preparedRubric } from "./prepared-cases";

const USAGE =
  "Use --case SLUG with --answer NAME, or with the answer on standard input (one stage with --stage STAGE, or a ## heading for each), or --jsonl FILE.";

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

type Level = NonNullable<Line["level"]>;

function gradeLine({ case: slug, stage, text, level = "staff" }: Omit<Line, "id">) {
  return toOutput(gradeAnswers(preparedRubric(slug), { [stage]: text }, { level }), stage, level);
}

/** All stages of an answer together, each point with the quote of the stage that earned it. */
function gradeStages(slug: string, stages: Answers, level: Level = "staff") {
  return toOutput(gradeAnswers(preparedRubric(slug), stages, { level }), "whole", level);
}

/** Text under `## stage` headings; a text without any is read as a whole. */
function stagesOf(text: string): Answers {
  const sections = sectionsOf(text).map(
    ({ title, body }) => [stageSchema.safeParse(title.toLowerCase()), body] as const,
  );
  const stages = sections.flatMap(([stage, body]) => (stage.success ? [[stage.data, body] as const] : []));
  return stages.length > 0 ? Object.fromEntries(stages) : { whole: text };
}

async function gradeStandardInput(slug: string, stage: string | undefined, level: string | undefined) {
  const parsed = lineSchema
    .omit({ id: true })
    .safeParse({ case: slug, stage: stage ?? "whole", text: "", level });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadInput(`--${issue?.path.join(".")}: ${issue?.message}. ${USAGE}`);
  }
  if (process.stdin.isTTY) throw new BadInput(`No answer on standard input. ${USAGE}`);
  preparedRubric(slug);
  const text = await readAll(process.stdin);
  await writeJsonLine(
    stage === undefined
      ? gradeStages(slug, stagesOf(text), parsed.data.level)
      : gradeLine({ ...parsed.data, text }),
  );
}

/** An answer that the case holds: "mid" is short for "model-mid". A model answer is graded at its own level. */
async function gradeOwnAnswer(slug: string, name: string, level: string | undefined) {
  preparedRubric(slug);
  const { answers } = loadCase(slug);
  const found = answers.find((answer) => answer.name === name || answer.name === `model-${name}`);
  if (!found) {
    const names = answers.map((answer) => answer.name).join(", ");
    throw new BadInput(`--answer: the case has none called "${name}". Use one of: ${names}.`);
  }
  const own = found.frontmatter.kind === "model" ? found.frontmatter.level : undefined;
  const asked = level === undefined ? own : levelSchema.safeParse(level).data;
  if (level !== undefined && asked === undefined)
    throw new BadInput(`--level: must be one of ${LEVELS.join(", ")}. ${USAGE}`);
  await writeJsonLine(gradeStages(slug, found.stages, asked));
}

async function main(): Promise<void> {
  const options = {
    case: { type: "string" },
    stage: { type: "string" },
    level: { type: "string" },
    answer: { type: "string" },
    jsonl: { type: "string" },
  } as const;
  const { values } = readOptions(() => parseArgs({ options }));
  if (values.jsonl !== undefined) {
    for await (const line of readJsonLines(values.jsonl, lineSchema))
      await writeJsonLine({ id: line.id, ...gradeLine(line) });
    return;
  }
  if (values.case === undefined) throw new BadInput(USAGE);
  if (values.answer === undefined) await gradeStandardInput(values.case, values.stage, values.level);
  else await gradeOwnAnswer(values.case, values.answer, values.level);
}

function readOptions<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message.split(".")[0] : "Bad option"}. ${USAGE}`);
  }
}

await runTool("grade", main);
