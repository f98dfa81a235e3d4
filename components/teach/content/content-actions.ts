/** What the editor of a class's content is given: the server's actions, and where it stands. */
import type { ActionResult } from "@/lib/actions/result";
import type { ContentProblem } from "@/lib/classroom/class-content/check-class-content";
import type { ClassFactContent, ClassPointContent } from "@/lib/classroom/class-content/schema";
import type { TriedReply } from "@/lib/data/class-content/try-class-content";
import type { PointGrade } from "@/lib/grading/types";

type OfClass = { classId: string; caseSlug: string };
type Entry = OfClass & { id: string | null; revision: number | null };

export type ContentActions = {
  savePoint: (input: Entry & { content: ClassPointContent }) => Promise<ActionResult<{ id: string }>>;
  saveFact: (input: Entry & { content: ClassFactContent }) => Promise<ActionResult<{ id: string }>>;
  reset: (
    input: OfClass & { kind: "point" | "fact"; id: string; revision: number },
  ) => Promise<ActionResult<void>>;
  tryPoint: (input: OfClass & { pointId: string; answer: string }) => Promise<ActionResult<PointGrade>>;
  tryQuestion: (input: OfClass & { question: string }) => Promise<ActionResult<TriedReply[]>>;
  check: (input: OfClass) => Promise<ActionResult<ContentProblem[]>>;
};

/** Where the editor stands and what it may do there. */
export type Editing = { of: OfClass; mayEdit: boolean; actions: ContentActions };
