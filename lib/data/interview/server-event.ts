/** Makes an event that the server writes. */
import "server-only";
import { randomUUID } from "node:crypto";
import { SERVER_ORIGIN, type ServerEvent } from "@/lib/interview/events";

type Body = ServerEvent extends infer Event
  ? Event extends ServerEvent
    ? Omit<Event, "eventId" | "origin" | "atMs">
    : never
  : never;

export const serverEvent = (body: Body, atMs: number): ServerEvent =>
  ({ eventId: randomUUID(), origin: SERVER_ORIGIN, atMs, ...body }) as ServerEvent;
