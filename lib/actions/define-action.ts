/**
 * The one way to change anything: every server action is made by defineAction, which checks the origin,
 * names the viewer, checks access, limits the rate, validates the input and maps errors, in this order.
 */
import "server-only";
import { unstable_rethrow } from "next/navigation";
import * as z from "zod";
import { type Access, assertAccess } from "@/lib/auth/access";
import { currentViewer } from "@/lib/auth/viewer";
import { takeToken } from "@/lib/data/rate-limit/take-token";
import { AppError, invalidInput } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Viewer } from "@/lib/viewer";
import { readRequest } from "./request";
import type { ActionFailure, ActionResult } from "./result";

type Context<A extends Access> = {
  viewer: A extends "public" ? Viewer | null : Viewer;
  now: Date;
  /** The client's address, for limits of one's own. */
  address: string;
};

type Definition<Schema extends z.ZodType, Output, A extends Access> = {
  /** Names the action in the log and in rate-limit keys. */
  name: string;
  input: Schema;
  access: A;
  /** Per viewer, or per address when there is no viewer. */
  limit?: { perMinute: number };
  run: (input: z.output<Schema>, context: Context<A>) => Promise<Output>;
};

const DEFAULT_PER_MINUTE = 240;

function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const { fieldErrors, formErrors } = z.flattenError(result.error) as {
    fieldErrors: Record<string, string[]>;
    formErrors: string[];
  };
  throw invalidInput(
    formErrors[0] ?? "Some of what you entered cannot be used. See the marked fields.",
    fieldErrors,
  );
}

/** An expected error keeps its message; of an unexpected one only the id of its log entry is shown. */
export function toFailure(error: unknown, actionName: string): ActionFailure {
  if (error instanceof AppError)
    return { ok: false, code: error.code, message: error.message, ...error.details };
  const eventId = log.error("action-failed", error, { action: actionName });
  return {
    ok: false,
    code: "unexpected",
    message: `Something went wrong on our side. It is logged as ${eventId}.`,
    eventId,
  };
}

export function defineAction<Schema extends z.ZodType, Output, A extends Access>(
  definition: Definition<Schema, Output, A>,
): (raw: z.input<Schema>) => Promise<ActionResult<Output>> {
  const { name, input: schema, access, run } = definition;
  return async (raw) => {
    try {
      const now = new Date();
      const { address } = await readRequest();
      const viewer = await currentViewer();
      assertAccess(access, viewer);
      const count = definition.limit?.perMinute ?? DEFAULT_PER_MINUTE;
      await takeToken(`action:${name}:${viewer?.userId ?? address}`, { count, windowSeconds: 60 }, now);
      const data = await run(parse(schema, raw), { viewer, now, address } as Context<A>);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return toFailure(error, name);
    }
  };
}
