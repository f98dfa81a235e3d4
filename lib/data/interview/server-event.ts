/** Makes an event that the server writes. */
import "server-only";
import { randomUUID } from "node:crypto";
import { SERVER_ORIGIN, type ServerEvent, type ServerEventBody } from "@/lib/interview/events";

/** @param eventId given when the writer chose it, so that sending twice stores once */
export const serverEvent = (
  body: ServerEventBody,
  atMs: number,
  eventId: string = randomUUID(),
): ServerEvent => ({ eventId, origin: SERVER_ORIGIN, atMs, ...body }) as ServerEvent;
