/** The candidate's questions that nobody has answered yet, oldest first. */
import type { InterviewState, ThreadEntry } from "@/lib/interview/state";

export function pendingQuestions(state: Pick<InterviewState, "thread">): ThreadEntry[] {
  const answered = new Set(
    state.thread.filter((entry) => entry.from === "interviewer").map((entry) => entry.replyTo),
  );
  return state.thread.filter((entry) => entry.role === "question" && !answered.has(entry.id));
}
