"use client";

import { AnswerEditor } from "./answer-editor";

/** Exam mode: one blank page. */
export function ExamAnswer() {
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto p-4">
      <AnswerEditor
        part="whole"
        label="Your design"
        placeholder="A blank page. Structure it as you would on a whiteboard. Markdown works."
      />
    </div>
  );
}
