/**
 * A finding: two places of one interview that do not go together, or something that its board shows or lacks. It is
 * put to the candidate as a question; it takes no points. lib/design/contradictions and lib/design/board-checks find
 * them, the interviewer asks about them (`scene.findings`), the report shows them.
 */
import * as z from "zod";
import { stageSchema } from "@/lib/framework/stage-schemas";
import { STAGES } from "@/lib/framework/stages";

export const placeSchema = z.discriminatedUnion("place", [
  /** Words of an answer; offsets are UTF-16 positions in the text as written. */
  z.object({
    place: z.literal("text"),
    part: z.enum([...STAGES, "whole"]),
    start: z.number().int(),
    end: z.number().int(),
    quote: z.string(),
  }),
  /** A typed decision, in words. */
  z.object({ place: z.literal("decision"), field: z.string(), label: z.string(), value: z.string() }),
  /** Nodes and edges of the board; without an edge it is the absence of one that is meant. */
  z.object({
    place: z.literal("board"),
    nodes: z.array(z.string()),
    edge: z.string().nullable(),
    label: z.string(),
  }),
  /** A fact that the interviewer told, or a changed requirement. */
  z.object({ place: z.literal("fact"), id: z.string(), text: z.string() }),
  z.object({ place: z.literal("estimate"), id: z.string(), text: z.string() }),
]);
export type Place = z.infer<typeof placeSchema>;

export const findingSchema = z.object({
  /** The rule that found it. */
  id: z.string(),
  source: z.enum(["contradiction", "board"]),
  /** Where a change would most likely be made. */
  stage: stageSchema,
  /** What does not go together, as a plain sentence without a verdict. */
  statement: z.string(),
  /** What an interviewer would ask about it. */
  question: z.string(),
  /** The heading that explains it (/framework/data#labels). */
  chapter: z.string(),
  /** Both sides of a contradiction; what a board check looked at. */
  places: z.array(placeSchema).min(1),
});
export type Finding = z.infer<typeof findingSchema>;
