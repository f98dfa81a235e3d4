/** What an action must know about its request: that it comes from our own pages, and from which address. */
import "server-only";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Refuses a request whose Origin is missing or not ours. Next compares Origin with Host only when a browser
 * sends one; a request without it would be executed (measured), so the wrapper insists.
 */
export function assertSameOrigin(
  origin: string | null,
  host: string | null,
  configuredUrl: string | undefined,
): void {
  const expected = configuredUrl ? new URL(configuredUrl).host : host;
  let actual: string | null = null;
  try {
    actual = origin ? new URL(origin).host : null;
  } catch {
    // A malformed Origin is a foreign one.
  }
  if (!actual || !expected || actual !== expected) {
    throw new AppError(
      "forbidden",
      "This request did not come from Shortlist's own pages, so nothing was done. Reload and try again.",
    );
  }
}

/** Checks the origin and gives the client's address as the server saw it (lib/cli/serve.ts sets it from the socket). */
export async function readRequest(): Promise<{ address: string }> {
  const incoming = await headers();
  assertSameOrigin(incoming.get("origin"), incoming.get("host"), env().APP_URL);
  return { address: incoming.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown" };
}
