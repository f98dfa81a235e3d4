import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { edgesOf, readGraph, sourceFiles } from "./import-graph";
import { PURE, RULES, violations } from "./layers";

const graph = readGraph();

/** What each rule exists to refuse. */
const PROBES: [name: string, file: string, source: string][] = [
  ["pure -> React", "lib/grading/probe.ts", `import { useState } from "react";`],
  ["pure -> Node", "lib/interview/probe.ts", `import fs from "node:fs";`],
  ["pure -> tfjs", "lib/worlds/probe.ts", `import * as tf from "@tensorflow/tfjs-core";`],
  ["pure -> data", "lib/interview/probe.ts", `import { database } from "@/lib/data/database";`],
  [
    "component -> server",
    "components/probe.tsx",
    `import { takeToken } from "@/lib/data/rate-limit/take-token";`,
  ],
  ["lib -> components", "lib/content/probe.ts", `import { Button } from "@/components/ui/button";`],
  ["components -> app", "components/probe.tsx", `import { signInAction } from "@/app/(account)/actions";`],
  [
    "prisma outside data",
    "lib/content/probe.ts",
    `import { PrismaClient } from "@/lib/generated/prisma/client";`,
  ],
  ["tfjs outside pipeline", "components/probe.tsx", `import * as tf from "@tensorflow/tfjs-core";`],
  ["d3-selection", "components/charts/probe.tsx", `import { select } from "d3-selection";`],
  ["content read by a component", "components/probe.tsx", `import { loadCase } from "@/lib/content/load";`],
  ["command used by the app", "app/probe.ts", `import { migrate } from "@/lib/cli/database/migrate";`],
  [
    "registry -> figure",
    "components/content/registry.tsx",
    `import { DriftFigure } from "@/components/content/figures/drift-figure";`,
  ],
  ["data -> auth", "lib/data/probe.ts", `import { currentViewer } from "@/lib/auth/viewer";`],
];

describe("imports point down only", () => {
  it("holds in the source", () => {
    expect(graph.length).toBeGreaterThan(200);
    expect(violations(graph)).toEqual([]);
  });

  // A rule that cannot fire is no rule: each form of import of something forbidden must be seen.
  it.each([
    ["alias", `import { database } from "@/lib/data/database";`],
    ["relative", `import { database } from "../lib/data/database";`],
    ["dynamic", `const module = await import("@/lib/data/database");`],
    ["re-export", `export { database } from "@/lib/data/database";`],
    ["bare", `import "@/lib/data/database";`],
    ["worker URL", `new Worker(new URL("../lib/data/database", import.meta.url));`],
    ["several lines", `import {\n  database,\n  type Database,\n} from "@/lib/data/database";`],
  ])("sees a component that imports the server by %s", (_form, source) => {
    expect(violations(edgesOf("components/probe.tsx", source))).toHaveLength(1);
  });

  it.each(PROBES)("refuses %s", (_name, file, source) => {
    expect(violations(edgesOf(file, source)).length).toBeGreaterThan(0);
  });

  it("lets types through", () => {
    expect(
      violations(edgesOf("components/probe.tsx", `import type { Database } from "@/lib/data/database";`)),
    ).toEqual([]);
  });

  it.each(RULES.map((rule) => rule.name))("can fire: %s", (name) => {
    const rule = RULES.find((candidate) => candidate.name === name);
    const fired = PROBES.flatMap(([, file, source]) => edgesOf(file, source)).some((edge) =>
      rule?.breaks(edge),
    );
    expect(fired).toBe(true);
  });

  it("has no cycles of values", () => {
    expect(findCycle(graph.filter((edge) => !edge.isTypeOnly))).toBeNull();
  });
});

function findCycle(edges: { from: string; to: string }[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, "open" | "done">();
  const visit = (node: string, trail: string[]): string[] | null => {
    if (state.get(node) === "done") return null;
    if (state.get(node) === "open") return [...trail.slice(trail.indexOf(node)), node];
    state.set(node, "open");
    for (const target of next.get(node) ?? []) {
      const cycle = visit(target, [...trail, node]);
      if (cycle) return cycle;
    }
    state.set(node, "done");
    return null;
  };
  for (const node of next.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}

describe("what only one place may do", () => {
  const banned: { name: string; pattern: RegExp; allowed: (file: string) => boolean; probe: string }[] = [
    {
      name: "process.env is read by lib/env.ts alone (and by commands, before the app exists)",
      pattern: /\bprocess\.env\b/,
      allowed: (file) =>
        file === "lib/env.ts" ||
        file.startsWith("lib/cli/") ||
        ["proxy.ts", "instrumentation.ts", "prisma.config.ts", "playwright.config.ts"].includes(file),
      probe: "const url = process.env.DATABASE_URL;",
    },
    {
      name: "pure modules take chance and time as parameters",
      pattern: /\bMath\.random\s*\(|\bDate\.now\s*\(|\bnew Date\(\s*\)|\bperformance\.now\s*\(/,
      allowed: (file) => !PURE.some((folder) => file.startsWith(`${folder}/`)),
      probe: "const now = Date.now();",
    },
  ];
  const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const productFiles = sourceFiles().filter((file) => !/\.test\.ts$/.test(file));

  it.each(banned)("$name", ({ pattern, allowed, probe }) => {
    expect(pattern.test(probe)).toBe(true);
    const found = productFiles.filter(
      (file) => !allowed(file) && pattern.test(withoutComments(readFileSync(file, "utf8"))),
    );
    expect(found).toEqual([]);
  });
});
