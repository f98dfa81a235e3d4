/** Everything a candidate made, as one Markdown file: for keeping a draft outside the browser. */
import { includedStages } from "@/lib/framework/included-stages";
import { STAGE_INFO } from "@/lib/framework/stages";
import { boardToOutline } from "./board-outline";
import { evaluateSheet } from "./estimator/sheet";
import { answerText, type InterviewState, isExam, type ThreadEntry } from "./state";

const section = (title: string, text: string): string =>
  text.trim() === "" ? "" : `## ${title}\n\n${text.trim()}\n`;

function answers(state: InterviewState): string[] {
  if (isExam(state)) return [section("Answer", answerText(state, "whole"))];
  return includedStages(state.setup?.stages).map((stage) =>
    section(STAGE_INFO[stage].title, answerText(state, stage)),
  );
}

function estimates(state: InterviewState): string {
  const results = evaluateSheet(state.estimates);
  return state.estimates
    .map(({ name, expression }, i) => {
      const result = results[i];
      return `- ${name ? `${name}: ` : ""}${expression} = ${result?.ok ? result.text : "?"}`;
    })
    .join("\n");
}

const speaker = ({ from, voice }: ThreadEntry): string => {
  if (from === "candidate") return "You";
  return voice === "partner" ? "Partner" : "Interviewer";
};

const thread = (state: InterviewState): string =>
  state.thread.map((entry) => `**${speaker(entry)}:** ${entry.text}`).join("\n\n");

/** `title` is the case's; empty sections are left out. */
export function draftMarkdown(state: InterviewState, title: string): string {
  const board = boardToOutline(state.board);
  return [
    `# ${title}\n`,
    ...answers(state),
    section("Estimates", estimates(state)),
    section("Board", board === "" ? "" : `\`\`\`\n${board}\n\`\`\``),
    section("Notes", state.notes.text),
    section("Conversation", thread(state)),
  ]
    .filter((part) => part !== "")
    .join("\n");
}
