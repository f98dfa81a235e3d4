/**
 * The board as text, both ways, so that it can be read and built without a canvas.
 *
 *   Feed service [service]
 *   Feed service -> Candidate index : top 500
 *
 * A line with an arrow is a connection (several arrows make a chain); any other line is a component with its kind
 * in brackets. A connection may name a component that has no line of its own. Two components of one name are
 * told apart as "Name #2".
 */
import {
  applyBoardChanges,
  BOARD_KINDS,
  type Board,
  type BoardChange,
  type BoardEdge,
  type BoardKind,
  type BoardNode,
} from "./board";

export type OutlineError = { line: number; message: string };

/** Names by node id, unique: later namesakes get " #2", " #3"; a node without a label goes by its kind. */
export function boardNames(board: Board): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const node of board.nodes) {
    const plain = cleanName(node.label) || node.kind;
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain} #${n}`;
    taken.add(name.toLowerCase());
    names.set(node.id, name);
  }
  return names;
}

/** Characters that have a meaning in the outline are written as spaces, and dashes at the ends are left out. */
const cleanName = (label: string): string =>
  label
    .replace(/->|[[\]:\n]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s*-]+|[\s*-]+$/g, "");

export function boardToOutline(board: Board): string {
  const names = boardNames(board);
  const components = board.nodes.map((node) => `${names.get(node.id)} [${node.kind}]`);
  const connections = board.edges.map((edge) => {
    const label = cleanName(edge.label);
    return `${names.get(edge.from)} -> ${names.get(edge.to)}${label ? ` : ${label}` : ""}`;
  });
  return [...components, ...(connections.length > 0 ? [""] : []), ...connections].join("\n");
}

type Component = { name: string; kind: BoardKind | null };
type Connection = { from: string; to: string; label: string };
type Outline = { components: Component[]; connections: Connection[]; errors: OutlineError[] };

function parseComponent(line: string): Component | string {
  const match = /^(.*?)\s*(?:\[([^\]]*)\])?$/.exec(line);
  const name = cleanName(match?.[1] ?? "");
  if (name === "") return "This line names no component.";
  const kind = match?.[2]?.trim().toLowerCase().replace(/\s+/g, "-");
  if (kind === undefined) return { name, kind: null };
  const known = BOARD_KINDS.find((candidate) => candidate === kind);
  return known ? { name, kind: known } : `"${kind}" is not a kind of component.`;
}

function parseConnection(line: string): Connection[] | string {
  const colon = line.indexOf(":");
  const label =
    colon === -1
      ? ""
      : line
          .slice(colon + 1)
          .trim()
          .slice(0, 80);
  const ends = (colon === -1 ? line : line.slice(0, colon)).split("->").map(cleanName);
  if (ends.some((end) => end === "")) return "An arrow needs a component on both sides.";
  return ends.slice(1).map((to, i) => ({ from: ends[i] ?? "", to, label }));
}

/** Reads an outline. Lines with errors are left out and reported; the rest stands. */
export function parseOutline(text: string): Outline {
  const outline: Outline = { components: [], connections: [], errors: [] };
  text.split("\n").forEach((raw, i) => {
    const line = raw.replace(/^\s*[-*]\s+/, "").trim();
    if (line === "") return;
    const parsed = line.includes("->") ? parseConnection(line) : parseComponent(line);
    if (typeof parsed === "string") outline.errors.push({ line: i + 1, message: parsed });
    else if (Array.isArray(parsed)) outline.connections.push(...parsed);
    else outline.components.push(parsed);
  });
  return outline;
}

const COLUMN_WIDTH_PX = 220;
const ROW_HEIGHT_PX = 110;

/** A free place on a grid of three columns below what is there. */
export function freePlace(board: Board): { x: number; y: number } {
  const taken = new Set(
    board.nodes.map((n) => `${Math.round(n.x / COLUMN_WIDTH_PX)},${Math.round(n.y / ROW_HEIGHT_PX)}`),
  );
  for (let cell = 0; ; cell++) {
    const column = cell % 3;
    const row = Math.floor(cell / 3);
    if (!taken.has(`${column},${row}`)) return { x: column * COLUMN_WIDTH_PX, y: row * ROW_HEIGHT_PX };
  }
}

/** The changes that make the board say what the outline says. Nodes keep their id and place when their name stays. */
export function outlineChanges(
  board: Board,
  outline: Pick<Outline, "components" | "connections">,
  newId: () => string,
): BoardChange[] {
  const changes: BoardChange[] = [];
  let next = board;
  const apply = (change: BoardChange) => {
    changes.push(change);
    next = applyBoardChanges(next, [change]);
  };
  const byName = new Map([...boardNames(board)].map(([id, name]) => [name.toLowerCase(), id]));
  const wanted = new Map<string, Component>();
  for (const { from, to } of outline.connections) {
    for (const name of [from, to]) wanted.set(name.toLowerCase(), { name, kind: null });
  }
  for (const component of outline.components) wanted.set(component.name.toLowerCase(), component);

  for (const [name, id] of byName) if (!wanted.has(name)) apply({ change: "remove-node", id });
  for (const [key, { name, kind }] of wanted) {
    const known = next.nodes.find((node) => node.id === byName.get(key));
    if (known && kind && kind !== known.kind)
      apply({ change: "edit-node", id: known.id, kind, label: known.label });
    if (known) continue;
    const node: BoardNode = {
      id: newId(),
      kind: kind ?? "service",
      label: name.slice(0, 80),
      ...freePlace(next),
    };
    byName.set(key, node.id);
    apply({ change: "add-node", node });
  }
  for (const change of edgeChanges(next, outline.connections, byName, newId)) apply(change);
  return changes;
}

function edgeChanges(
  board: Board,
  connections: readonly Connection[],
  byName: ReadonlyMap<string, string>,
  newId: () => string,
): BoardChange[] {
  const wanted = new Map<string, BoardEdge>();
  for (const { from, to, label } of connections) {
    const ends = { from: byName.get(from.toLowerCase()) ?? "", to: byName.get(to.toLowerCase()) ?? "" };
    if (ends.from !== ends.to) wanted.set(`${ends.from}>${ends.to}`, { id: "", ...ends, label });
  }
  const changes: BoardChange[] = [];
  for (const edge of board.edges) {
    const key = `${edge.from}>${edge.to}`;
    const want = wanted.get(key);
    wanted.delete(key);
    if (!want) changes.push({ change: "remove-edge", id: edge.id });
    else if (want.label !== cleanName(edge.label))
      changes.push({ change: "edit-edge", id: edge.id, label: want.label });
  }
  for (const edge of wanted.values()) changes.push({ change: "add-edge", edge: { ...edge, id: newId() } });
  return changes;
}
