import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyBoardChange, applyBoardChanges, BOARD_KINDS, type Board, EMPTY_BOARD } from "./board";
import { boardToOutline, outlineChanges, parseOutline } from "./board-outline";

const counter = () => {
  let n = 0;
  return () => `id-${++n}`;
};
const build = (text: string, from: Board = EMPTY_BOARD, newId = counter()) =>
  applyBoardChanges(from, outlineChanges(from, parseOutline(text), newId));

describe("the outline of a board", () => {
  test("builds components and connections, and names components that only a connection mentions", () => {
    const board = build("- Feed service [service]\nFeed service -> Index -> Ranker : top 500");
    expect(board.nodes.map((node) => [node.label, node.kind])).toEqual([
      ["Feed service", "service"],
      ["Index", "service"],
      ["Ranker", "service"],
    ]);
    expect(board.edges.map((edge) => edge.label)).toEqual(["top 500", "top 500"]);
  });

  test("an edit keeps the id and place of what stays and removes what is gone", () => {
    const before = applyBoardChange(build("A [store]\nB\nA -> B"), {
      change: "move-node",
      id: "id-1",
      x: 777,
      y: 9,
    });
    const after = build("A [queue]\nC\nA -> C : new", before, () => "fresh");
    expect(after.nodes[0]).toEqual({ id: "id-1", kind: "queue", label: "A", x: 777, y: 9 });
    expect(after.nodes.map((node) => node.label)).toEqual(["A", "C"]);
    expect(after.edges).toHaveLength(1);
  });

  test("a line that cannot be read is reported with its number and the rest stands", () => {
    const { components, errors } = parseOutline("A [store]\nB [spaceship]\n-> C");
    expect(components).toHaveLength(1);
    expect(errors.map((error) => error.line)).toEqual([2, 3]);
  });

  test("reading back what was written changes nothing, whatever the labels are", () => {
    const label = fc.string({
      unit: fc.constantFrom("a", "b", " ", "-", ">", ":", "[", "]", "#", "2"),
      maxLength: 8,
    });
    const node = fc.record({ kind: fc.constantFrom(...BOARD_KINDS), label });
    fc.assert(
      fc.property(
        fc.array(node, { maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5), label), { maxLength: 8 }),
        (nodes, links) => {
          const start: Board = {
            nodes: nodes.map((n, i) => ({ ...n, id: `n${i}`, x: i * 10, y: 0 })),
            edges: [],
          };
          const board = links.reduce(
            (b, [from, to, text], i) =>
              applyBoardChange(b, {
                change: "add-edge",
                edge: { id: `e${i}`, from: `n${from}`, to: `n${to}`, label: text },
              }),
            start,
          );
          expect(outlineChanges(board, parseOutline(boardToOutline(board)), counter())).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("removing a node removes its edges, and an edge to nothing is not made", () => {
  const board = build("A -> B -> C");
  const without = applyBoardChange(board, { change: "remove-node", id: board.nodes[1]?.id ?? "" });
  expect(without.edges).toEqual([]);
  const edge = { id: "e9", from: board.nodes[0]?.id ?? "", to: "nowhere", label: "" };
  expect(applyBoardChange(board, { change: "add-edge", edge })).toBe(board);
});
