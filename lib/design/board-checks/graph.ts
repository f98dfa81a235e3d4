/** The board as a graph with roles: who is joined with whom, and what can be reached from where. */
import type { Board, BoardEdge } from "@/lib/interview/board";
import { boardNames } from "@/lib/interview/board-outline";
import type { Place } from "@/lib/interview/finding";
import { type Role, roleOf } from "./role";

export type Part = { id: string; name: string; role: Role };

export class BoardGraph {
  readonly parts: readonly Part[];
  readonly edges: readonly BoardEdge[];
  readonly #out = new Map<string, string[]>();
  readonly #in = new Map<string, string[]>();

  constructor(board: Board) {
    const names = boardNames(board);
    this.parts = board.nodes.map((node) => ({
      id: node.id,
      name: names.get(node.id) ?? node.kind,
      role: roleOf(node),
    }));
    this.edges = board.edges;
    for (const { from, to } of board.edges) {
      this.#out.set(from, [...(this.#out.get(from) ?? []), to]);
      this.#in.set(to, [...(this.#in.get(to) ?? []), from]);
    }
  }

  with(...roles: readonly Role[]): Part[] {
    return this.parts.filter(({ role }) => roles.includes(role));
  }

  roleOf(id: string): Role | null {
    return this.parts.find((part) => part.id === id)?.role ?? null;
  }

  into({ id }: Part): string[] {
    return this.#in.get(id) ?? [];
  }

  outOf({ id }: Part): string[] {
    return this.#out.get(id) ?? [];
  }

  /** Neighbours in both directions: an arrow may follow the data or the call. */
  around(part: Part): string[] {
    return [...this.into(part), ...this.outOf(part)];
  }

  edge(from: Part, to: Part): BoardEdge | null {
    return this.edges.find((edge) => edge.from === from.id && edge.to === to.id) ?? null;
  }

  /** Whether arrows lead from one of `from` to one of `to`, without going through a part of the roles `around`. */
  leads(from: readonly Part[], to: readonly Part[], around: readonly Role[] = []): boolean {
    const targets = new Set(to.map(({ id }) => id));
    const seen = new Set(from.map(({ id }) => id));
    const queue = [...seen];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const next of this.#out.get(id) ?? []) {
        if (targets.has(next)) return true;
        const role = this.roleOf(next);
        if (seen.has(next) || (role !== null && around.includes(role))) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return false;
  }
}

const joined = (parts: readonly Part[]): string => parts.map(({ name }) => name).join(", ");

/** Parts that are there, and what is looked for around them. */
export const partsPlace = (parts: readonly Part[], absent?: string): Place => ({
  place: "board",
  nodes: parts.map(({ id }) => id),
  edge: null,
  label: absent ? `${joined(parts)} (${absent})` : joined(parts),
});

/** A connection that is drawn. */
export function edgePlace(graph: BoardGraph, edge: BoardEdge): Place {
  const nameOf = (id: string) => graph.parts.find((part) => part.id === id)?.name ?? id;
  const label = `${nameOf(edge.from)} -> ${nameOf(edge.to)}${edge.label ? ` : ${edge.label}` : ""}`;
  return { place: "board", nodes: [edge.from, edge.to], edge: edge.id, label };
}

/** Two groups of parts between which no connection leads. */
export const gapPlace = (from: readonly Part[], to: readonly Part[]): Place => ({
  place: "board",
  nodes: [...from, ...to].map(({ id }) => id),
  edge: null,
  label: `${joined(from)} … ${joined(to)} (no connection)`,
});
