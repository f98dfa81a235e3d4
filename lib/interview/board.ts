/**
 * The architecture board: typed nodes and edges, and the small changes that build it.
 *
 * Changes are granular (one node, one edge) so that two tabs can draw at once. Coordinates are canvas pixels.
 * Coach mode offers every kind; exam mode offers the generic ones only, which name nothing a good answer holds.
 */
import * as z from "zod";

export const GENERIC_KINDS = ["person", "service", "store", "queue", "job"] as const;
export const ML_KINDS = [
  "model",
  "gateway",
  "retrieval",
  "ranking",
  "re-ranking",
  "embedding-index",
  "feature-store",
  "event-log",
  "stream-job",
  "batch-job",
  "training",
  "model-registry",
  "cache",
  "experiment",
  "monitoring",
  "labelling",
] as const;
export const BOARD_KINDS = [...GENERIC_KINDS, ...ML_KINDS] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

export const BOARD_KIND_LABELS: Record<BoardKind, string> = {
  person: "Person or client",
  service: "Service",
  store: "Store",
  queue: "Queue",
  job: "Job",
  model: "Model",
  gateway: "API gateway",
  retrieval: "Retrieval",
  ranking: "Ranking",
  "re-ranking": "Re-ranking",
  "embedding-index": "Embedding index",
  "feature-store": "Feature store",
  "event-log": "Event log",
  "stream-job": "Stream job",
  "batch-job": "Batch job",
  training: "Training",
  "model-registry": "Model registry",
  cache: "Cache",
  experiment: "Experiment service",
  monitoring: "Monitoring",
  labelling: "Labelling",
};

export const MAX_BOARD_NODES = 80;
export const MAX_BOARD_EDGES = 160;

const boardIdSchema = z.string().regex(/^[a-z0-9-]{1,40}$/);
const labelSchema = z.string().max(80);
const coordinateSchema = z.number().min(-20_000).max(20_000);
const kindSchema = z.enum(BOARD_KINDS);

export const boardNodeSchema = z.strictObject({
  id: boardIdSchema,
  kind: kindSchema,
  label: labelSchema,
  x: coordinateSchema,
  y: coordinateSchema,
});
export const boardEdgeSchema = z.strictObject({
  id: boardIdSchema,
  from: boardIdSchema,
  to: boardIdSchema,
  label: labelSchema,
});
export type BoardNode = z.infer<typeof boardNodeSchema>;
export type BoardEdge = z.infer<typeof boardEdgeSchema>;
export type Board = { nodes: readonly BoardNode[]; edges: readonly BoardEdge[] };
export const EMPTY_BOARD: Board = { nodes: [], edges: [] };

export const boardChangeSchema = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("add-node"), node: boardNodeSchema }),
  z.strictObject({
    change: z.literal("move-node"),
    id: boardIdSchema,
    x: coordinateSchema,
    y: coordinateSchema,
  }),
  z.strictObject({ change: z.literal("edit-node"), id: boardIdSchema, kind: kindSchema, label: labelSchema }),
  z.strictObject({ change: z.literal("remove-node"), id: boardIdSchema }),
  z.strictObject({ change: z.literal("add-edge"), edge: boardEdgeSchema }),
  z.strictObject({ change: z.literal("edit-edge"), id: boardIdSchema, label: labelSchema }),
  z.strictObject({ change: z.literal("remove-edge"), id: boardIdSchema }),
]);
export type BoardChange = z.infer<typeof boardChangeSchema>;

const withoutNode = (board: Board, id: string): Board => ({
  nodes: board.nodes.filter((node) => node.id !== id),
  edges: board.edges.filter((edge) => edge.from !== id && edge.to !== id),
});

/** Adds an edge once: both ends must exist, a node is not connected to itself, and no pair is connected twice. */
function withEdge(board: Board, edge: BoardEdge): Board {
  const has = (id: string) => board.nodes.some((node) => node.id === id);
  const known = board.edges.some((e) => e.id === edge.id || (e.from === edge.from && e.to === edge.to));
  if (known || edge.from === edge.to || !has(edge.from) || !has(edge.to)) return board;
  if (board.edges.length >= MAX_BOARD_EDGES) return board;
  return { ...board, edges: [...board.edges, edge] };
}

/** Applies one change. Total: a change to something that is gone leaves the board as it is. */
export function applyBoardChange(board: Board, change: BoardChange): Board {
  switch (change.change) {
    case "add-node":
      if (board.nodes.length >= MAX_BOARD_NODES || board.nodes.some((node) => node.id === change.node.id))
        return board;
      return { ...board, nodes: [...board.nodes, change.node] };
    case "move-node":
      return {
        ...board,
        nodes: board.nodes.map((n) => (n.id === change.id ? { ...n, x: change.x, y: change.y } : n)),
      };
    case "edit-node":
      return {
        ...board,
        nodes: board.nodes.map((n) =>
          n.id === change.id ? { ...n, kind: change.kind, label: change.label } : n,
        ),
      };
    case "remove-node":
      return withoutNode(board, change.id);
    case "add-edge":
      return withEdge(board, change.edge);
    case "edit-edge":
      return {
        ...board,
        edges: board.edges.map((e) => (e.id === change.id ? { ...e, label: change.label } : e)),
      };
    case "remove-edge":
      return { ...board, edges: board.edges.filter((edge) => edge.id !== change.id) };
  }
}

export const applyBoardChanges = (board: Board, changes: readonly BoardChange[]): Board =>
  changes.reduce(applyBoardChange, board);
