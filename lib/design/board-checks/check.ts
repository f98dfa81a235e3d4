/** The shape of a check: what it looks at, what it asks, and outlines that it does and does not ask about. */
import type { Stage } from "@/lib/framework/stages";
import type { Place } from "@/lib/interview/finding";
import type { BoardGraph } from "./graph";

export type Check = {
  id: string;
  stage: Stage;
  /** The heading that explains it. */
  chapter: string;
  /** Fewest components for the question to make sense; what is missing on a sketch says nothing. */
  from: number;
  statement: string;
  question: string;
  /** The places to point at; null when there is nothing to ask. */
  look: (graph: BoardGraph) => Place[] | null;
  /** Boards as outlines. */
  examples: { asks: readonly string[]; silent: readonly string[] };
};
