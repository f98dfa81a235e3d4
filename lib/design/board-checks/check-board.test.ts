import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyBoardChanges,
  BOARD_KINDS,
  type Board,
  boardNodeSchema,
  EMPTY_BOARD,
  GENERIC_KINDS,
} from "@/lib/interview/board";
import { outlineChanges, parseOutline } from "@/lib/interview/board-outline";
import { findingSchema } from "@/lib/interview/finding";
import { ALL_CHECKS, checkBoard } from "./check-board";
import { roleOf } from "./role";

function drawn(outline: string): Board {
  const parsed = parseOutline(outline);
  expect(parsed.errors).toEqual([]);
  let count = 0;
  return applyBoardChanges(
    EMPTY_BOARD,
    outlineChanges(EMPTY_BOARD, parsed, () => `n${count++}`),
  );
}
/** The same drawing with the kinds of exam mode: only labels say what a box is. */
const inExam = ({ nodes, edges }: Board): Board => ({
  edges,
  nodes: nodes.map((node) => ({
    ...node,
    kind: GENERIC_KINDS.find((kind) => kind === node.kind) ?? "service",
    label: node.label || node.kind,
  })),
});
const idsOf = (board: Board) => checkBoard(board).map(({ id }) => id);
const examples = (which: "asks" | "silent") =>
  ALL_CHECKS.flatMap(({ id, examples: own }) => own[which].map((outline, i) => ({ id, i, outline })));

describe("each check", () => {
  it("has an id of its own and examples of both kinds", () => {
    expect(new Set(ALL_CHECKS.map(({ id }) => id)).size).toBe(ALL_CHECKS.length);
    expect(ALL_CHECKS.filter(({ examples: e }) => e.asks.length === 0 || e.silent.length === 0)).toEqual([]);
  });

  it.each(examples("asks"))("$id asks about its board $i, in both modes", ({ id, outline }) => {
    expect(idsOf(drawn(outline))).toContain(id);
    expect(idsOf(inExam(drawn(outline)))).toContain(id);
  });

  it.each(examples("silent"))("$id is silent on $i, in both modes", ({ id, outline }) => {
    expect(idsOf(drawn(outline))).not.toContain(id);
    expect(idsOf(inExam(drawn(outline)))).not.toContain(id);
  });
});

const WHOLE_SYSTEM = `
App [person]
App -> API gateway -> Feed service
Feed service -> Retrieval : 1 user
Retrieval [retrieval]
Retrieval -> Embedding index : nearest 500
Retrieval -> Ranker : top 800
Ranker [ranking]
Ranker -> Feature store
Ranker -> Re-ranker : 100
Re-ranker [re-ranking]
Feed service -> Popular list : on timeout
Feed service -> Event log : impressions with features
Event log -> Label join [job]
Event log -> Stream job
Stream job [stream-job]
Stream job -> Feature store
Feature store -> Training
Event log -> Training
Training -> Model registry
Model registry -> Ranker
Training -> Index builder
Index builder [batch-job]
Index builder -> Embedding index
Feed service -> Experiment service
Experiment service [experiment]
Event log -> Monitoring
`;

describe("a board", () => {
  it("that shows the whole loop is asked nothing, in either mode", () => {
    const board = drawn(WHOLE_SYSTEM.replace("Event log -> Label join [job]\n", ""));
    expect(checkBoard(board)).toEqual([]);
    expect(checkBoard(inExam(board))).toEqual([]);
  });

  it("of three boxes is asked nothing", () => {
    expect(checkBoard(drawn("App [person]\nApp -> Ranker\nRanker [ranking]\nRanker -> Store"))).toEqual([]);
    expect(checkBoard(EMPTY_BOARD)).toEqual([]);
  });

  it("is pointed at where the missing connection would be", () => {
    const board = drawn("App -> Feed service -> Ranker\nFeed service -> Event log\nTrainer -> Ranker");
    const finding = checkBoard(board).find(({ id }) => id === "log-without-training");
    const idOf = (label: string) => board.nodes.find((node) => node.label === label)?.id;
    expect(finding?.places).toEqual([
      {
        place: "board",
        nodes: [idOf("Event log"), idOf("Trainer")],
        edge: null,
        label: "Event log … Trainer (no connection)",
      },
    ]);
  });

  it("of any shape gives findings that point at what is on it", () => {
    const label = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("Ranker", "Kafka", "ANN index"),
    );
    const node = fc.record({ kind: fc.constantFrom(...BOARD_KINDS), label });
    const edge = fc.record({ from: fc.nat(11), to: fc.nat(11), label });
    fc.assert(
      fc.property(fc.array(node, { maxLength: 12 }), fc.array(edge, { maxLength: 20 }), (nodes, edges) => {
        const board: Board = {
          nodes: nodes.map((own, i) => boardNodeSchema.parse({ ...own, id: `n${i}`, x: 0, y: 0 })),
          edges: edges
            .filter(({ from, to }) => from < nodes.length && to < nodes.length)
            .map((own, i) => ({ id: `e${i}`, from: `n${own.from}`, to: `n${own.to}`, label: own.label })),
        };
        for (const finding of checkBoard(board)) {
          expect(findingSchema.safeParse(finding).success).toBe(true);
          for (const place of finding.places) {
            if (place.place !== "board") continue;
            expect(place.nodes.every((id) => board.nodes.some((own) => own.id === id))).toBe(true);
            expect(place.edge === null || board.edges.some(({ id }) => id === place.edge)).toBe(true);
          }
        }
      }),
    );
  });
});

describe("what a box is", () => {
  it.each([
    ["service", "Ranker", "ranking"],
    ["service", "Re-ranking rules", "re-ranking"],
    ["store", "User features", "features"],
    ["queue", "Kafka", "log"],
    ["queue", "", "log"],
    ["job", "Index refresh job", "builder"],
    ["job", "Ranker training", "training"],
    ["job", "ANN index", "builder"],
    ["store", "Model registry", "registry"],
    ["store", "Vector DB", "index"],
    ["service", "Candidate generation", "retrieval"],
    ["service", "Drift monitoring", "monitoring"],
    ["store", "Popular videos (fallback)", "fallback"],
    ["batch-job", "Nightly training", "training"],
    ["ranking", "Kafka", "ranking"],
    ["service", "Zorp", "service"],
  ] as const)("%s %j is %s", (kind, label, role) => {
    expect(roleOf({ kind, label })).toBe(role);
  });
});
