/** What the review page says about an interview before it is submitted. */
import { includedStages } from "@/lib/framework/included-stages";
import { STAGE_INFO } from "@/lib/framework/stages";
import { elapsedMs, formatClock, remainingMs, stageTimes } from "@/lib/interview/clock";
import { answerText, type InterviewState, isExam, openConflicts } from "@/lib/interview/state";

export type ReviewRow = { name: string; content: string; time: string; isEmpty: boolean };

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
const words = (text: string): string => {
  const count = countWords(text);
  return count === 0 ? "empty" : `${count.toLocaleString("en")} ${count === 1 ? "word" : "words"}`;
};
const count = (n: number, one: string, many: string): string =>
  n === 0 ? `no ${many}` : `${n} ${n === 1 ? one : many}`;

function answerRows(state: InterviewState, nowMs: number): ReviewRow[] {
  if (isExam(state)) {
    const text = answerText(state, "whole");
    const time = `${formatClock(elapsedMs(state, nowMs))} used`;
    return [{ name: "Your design", content: words(text), time, isEmpty: text.trim() === "" }];
  }
  const times = new Map(stageTimes(state, nowMs).map((time) => [time.stage, time]));
  return includedStages(state.setup?.stages).map((stage) => {
    const text = answerText(state, stage);
    const { spentMs = 0, budgetMs = 0 } = times.get(stage) ?? {};
    const time = `${formatClock(spentMs)} of ${formatClock(budgetMs)}`;
    return { name: STAGE_INFO[stage].title, content: words(text), time, isEmpty: text.trim() === "" };
  });
}

export function reviewRows(state: InterviewState, nowMs: number): ReviewRow[] {
  const { nodes, edges } = state.board;
  const board = `${count(nodes.length, "component", "components")}, ${count(edges.length, "connection", "connections")}`;
  const asked = state.thread.filter((entry) => entry.role === "question").length;
  const row = (name: string, content: string, isEmpty: boolean): ReviewRow => ({
    name,
    content,
    time: "",
    isEmpty,
  });
  return [
    ...answerRows(state, nowMs),
    row("Board", board, nodes.length === 0),
    row("Estimates", count(state.estimates.length, "row", "rows"), state.estimates.length === 0),
    row(
      "Questions",
      `${count(asked, "question", "questions")} asked, ${count(state.facts.length, "fact", "facts")} learnt`,
      asked === 0,
    ),
  ];
}

/** Things to look at before submitting, as sentences. */
export function reviewNotes(state: InterviewState, nowMs: number): string[] {
  const notes: string[] = [];
  const open = state.prompted.filter((prompting) => prompting.settled === null).length;
  if (open > 0) notes.push("The interviewer still waits for a reply.");
  const conflicts = openConflicts(state).length;
  if (conflicts > 0)
    notes.push(
      `${conflicts === 1 ? "One place" : `${conflicts} places`} changed on two devices should be checked.`,
    );
  const left = remainingMs(state, nowMs);
  if (left > 120_000) notes.push(`There are ${Math.floor(left / 60_000)} minutes left.`);
  return notes;
}
