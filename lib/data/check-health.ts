/** Whether this process can serve: it answers, and its database answers within two seconds. */
import "server-only";
import { log } from "@/lib/log";
import { database } from "./database";

export type Health = { status: "ok" | "unavailable"; database: "ok" | "unavailable"; uptimeSeconds: number };

const DATABASE_TIMEOUT_MS = 2_000;

/** Probes come every few seconds; an outage is logged when it begins and when it ends. */
let isOut = false;

export async function checkHealth(): Promise<Health> {
  const uptimeSeconds = Math.round(process.uptime());
  try {
    const db = await database();
    const timeout = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error("database timeout")), DATABASE_TIMEOUT_MS).unref(),
    );
    await Promise.race([db.$queryRaw`select 1`, timeout]);
    if (isOut) log.info("database-is-back");
    isOut = false;
    return { status: "ok", database: "ok", uptimeSeconds };
  } catch (error) {
    if (!isOut) log.error("health-check-failed", error);
    isOut = true;
    return { status: "unavailable", database: "unavailable", uptimeSeconds };
  }
}
