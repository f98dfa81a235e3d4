/**
 * Adds the Content-Security-Policy. A prerendered page is allowed the inline scripts it was built with, by
 * hash; a page rendered per request gets a nonce, which Next puts on its own scripts. It is no lock: who may
 * see or do what is decided in each action and query.
 */
import { existsSync, readFileSync } from "node:fs";
import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/security-policy";

const isDevelopment = process.env.NODE_ENV === "development";

const PAGES_FOR_ANY_ADDRESS = ["/_not-found", "/_global-error"];

let hashesOfPages: Record<string, string[]> | undefined;
function scriptHashes(pathname: string): string[] | undefined {
  if (isDevelopment) return undefined;
  const file = ".next/csp.json";
  hashesOfPages ??= existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>)
    : {};
  return hashesOfPages[pathname];
}

/** Next serves /caf%C3%A9 from the page that was built as /café. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

export function proxy(request: NextRequest): NextResponse {
  const hashes = scriptHashes(decoded(request.nextUrl.pathname));
  if (hashes) {
    const response = NextResponse.next();
    response.headers.set("Content-Security-Policy", contentSecurityPolicy(hashes, isDevelopment));
    return response;
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  // An unknown address gets the prerendered 404, and one that fails the prerendered error page: hashes, no nonce.
  const prerendered = PAGES_FOR_ANY_ADDRESS.flatMap((page) => scriptHashes(page) ?? []);
  const policy = contentSecurityPolicy([`'nonce-${nonce}'`, ...new Set(prerendered)], isDevelopment);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Every address that may answer with a page, and any may: with the 404. Only built files never do.
export const config = { matcher: ["/((?!_next/static/).*)"] };
