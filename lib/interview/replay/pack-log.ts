/**
 * An interview's log as few bytes, so that a whole interview travels to the browser that replays it: instants as
 * differences, writers and kinds as numbers, ids without dashes, a splice as a row. Lossless: unpacking gives the log.
 */
import * as z from "zod";
import type { LoggedEvent } from "@/lib/interview/events";

const rowSchema = z.tuple([z.int(), z.int(), z.int(), z.string()]).rest(z.unknown());
export const packedLogSchema = z.object({
  version: z.literal(1),
  firstSeq: z.int(),
  startMs: z.int(),
  kinds: z.array(z.string()),
  origins: z.array(z.string()),
  /** [kind, origin, milliseconds since the row before, id, ...the rest by kind] */
  rows: z.array(rowSchema),
});
export type PackedLog = z.infer<typeof packedLogSchema>;

const shortId = (id: string): string => id.replaceAll("-", "");
const longId = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** Number of a word in a list that grows by what it has not seen. */
function indexIn(list: string[], word: string): number {
  const at = list.indexOf(word);
  return at >= 0 ? at : list.push(word) - 1;
}

/** What an event holds besides its envelope; the splices, which are nearly all of a log, without their keys. */
function pack(event: LoggedEvent): unknown[] {
  if (event.kind === "answer-edited" || event.kind === "note-edited") {
    const part = event.kind === "answer-edited" ? [event.part] : [];
    return [event.seq - event.base, event.index, event.remove, event.insert, ...part];
  }
  const { eventId, origin, atMs, seq, kind, ...rest } = event;
  return [rest];
}

function unpack(kind: string, seq: number, rest: readonly unknown[]): object {
  if (kind !== "answer-edited" && kind !== "note-edited") return rest[0] as object;
  const [lag, index, remove, insert, part] = rest;
  return { base: seq - Number(lag), index, remove, insert, ...(part !== undefined && { part }) };
}

/** @throws when the log has gaps: places are not written down, they follow from the order. */
export function packLog(events: readonly LoggedEvent[]): PackedLog {
  const kinds: string[] = [];
  const origins: string[] = [];
  const startMs = events[0]?.atMs ?? 0;
  const firstSeq = events[0]?.seq ?? 1;
  let lastMs = startMs;
  const rows = events.map((event, i): PackedLog["rows"][number] => {
    if (event.seq !== firstSeq + i) throw new Error(`the log has a gap before event ${event.seq}`);
    const since = event.atMs - lastMs;
    lastMs = event.atMs;
    const head = [indexIn(kinds, event.kind), indexIn(origins, event.origin), since] as const;
    return [...head, shortId(event.eventId), ...pack(event)];
  });
  return { version: 1, firstSeq, startMs, kinds, origins, rows };
}

export function unpackLog({ firstSeq, startMs, kinds, origins, rows }: PackedLog): LoggedEvent[] {
  let atMs = startMs;
  return rows.map(([kindAt, originAt, since, id, ...rest], i) => {
    const kind = kinds[kindAt] ?? "";
    const seq = firstSeq + i;
    atMs += since;
    const envelope = { eventId: longId(id), origin: origins[originAt] ?? "", atMs, seq, kind };
    return { ...envelope, ...unpack(kind, seq, rest) } as LoggedEvent;
  });
}
