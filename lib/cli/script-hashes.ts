/**
 * Hashes the inline scripts of every prerendered page into .next/csp.json, which proxy.ts reads: a static
 * page carries no nonce, so its Content-Security-Policy allows exactly the scripts that it was built with.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const match of html.matchAll(INLINE_SCRIPT)) {
    if (match[1]) hashes.add(`'sha256-${createHash("sha256").update(match[1]).digest("base64")}'`);
  }
  return [...hashes];
}

export function writeScriptHashes(buildDir: string): void {
  const root = path.join(buildDir, "server/app");
  const pages: Record<string, string[]> = {};
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".html")) continue;
    const route = `/${file.slice(0, -".html".length).replaceAll(path.sep, "/")}`;
    pages[route === "/index" ? "/" : route] = inlineScriptHashes(readFileSync(path.join(root, file), "utf8"));
  }
  writeFileSync(path.join(buildDir, "csp.json"), JSON.stringify(pages));
}
