/**
 * `npm run ask -- --jsonl FILE` puts questions to the interviewer. Lines hold {case, question}; each prints
 * {question, fact, topic, answer}. A line that asks several things is answered in several sentences; `fact` and
 * `topic` are those of its first answered question.
 */
import { parseArgs } from "node:util";
import * as z from "zod";
import { answerMessage } from "@/lib/interview/interviewer/answer-message";
import { startInterviewer } from "@/lib/interview/interviewer/types";
import { BadInput, readJsonLines, runTool, writeJsonLine } from "./jsonl";
import { preparedInterviewer } from "./prepared-cases";

const USAGE = "Use --jsonl FILE, with one {case, question} a line.";
const lineSchema = z.object({ case: z.string(), question: z.string() });

function ask(slug: string, question: string, seed: string) {
  const { replies } = answerMessage(preparedInterviewer(slug), question, startInterviewer(seed));
  const first = replies.find(({ fact }) => fact !== null) ?? replies[0];
  return {
    question,
    fact: first?.fact ?? null,
    topic: first?.topic ?? null,
    answer: replies.map(({ answer }) => answer).join(" ") || "What would you like to know?",
  };
}

async function main(): Promise<void> {
  let file: string | undefined;
  try {
    file = parseArgs({ options: { jsonl: { type: "string" } } }).values.jsonl;
  } catch (error) {
    throw new BadInput(`${error instanceof Error ? error.message.split(".")[0] : "Bad option"}. ${USAGE}`);
  }
  if (file === undefined) throw new BadInput(USAGE);
  let number = 0;
  for await (const line of readJsonLines(file, lineSchema))
    await writeJsonLine(ask(line.case, line.question, `ask ${++number}`));
}

await runTool("ask", main);
