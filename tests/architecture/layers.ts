/** Who may import whom. One table; layers.test.ts holds the source against it and proves that it can fail. */
import { readFileSync } from "node:fs";
import type { Edge } from "./import-graph";

/** Folders that know nothing of React, Node, tfjs, the DOM, the clock or chance. */
export const PURE = [
  "lib/framework",
  "lib/interview",
  "lib/design",
  "lib/grading",
  "lib/worlds",
  "lib/evaluation",
  "lib/charts",
  "lib/learning",
  "lib/classroom",
  "lib/content/schemas",
  "lib/content/vocabulary",
  "lib/search",
  "lib/reading",
];
const PURE_FILES = [
  "lib/random.ts",
  "lib/errors.ts",
  "lib/viewer.ts",
  "lib/content/vocabulary.ts",
  "lib/security-policy.ts",
  "lib/safe-path.ts",
  "lib/actions/result.ts",
];
/** Packages that a pure module may use. */
const PURE_PACKAGES: Record<string, string[]> = {
  zod: PURE,
  stemmer: ["lib/grading"],
  d3: ["lib/charts"],
  minisearch: ["lib/search"],
  "ts-fsrs": ["lib/learning"],
  papaparse: ["lib/classroom"],
  "date-fns": ["lib/classroom"],
  "@date-fns/tz": ["lib/classroom"],
  "fast-check": PURE,
  vitest: PURE,
};

/** A figure that runs on the server alone has no code to load. */
const isClientFile = (file: string) => readFileSync(file, "utf8").startsWith('"use client"');

type Rule = { name: string; breaks: (edge: Edge) => boolean };

const under = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);
const isPure = (file: string) => PURE.some((folder) => under(file, folder)) || PURE_FILES.includes(file);
const isTest = (file: string) => /\.test\.ts$/.test(file);
const isProject = (target: string) => /^(app|components|lib|prisma|tests)\//.test(target);
const SERVER_FOLDERS = ["lib/data", "lib/auth", "lib/generated", "lib/llm"];
const SERVER_FILES = ["lib/env.ts", "lib/actions/define-action.ts", "lib/actions/request.ts"];
const isServer = (target: string) =>
  SERVER_FOLDERS.some((folder) => under(target, folder)) || SERVER_FILES.includes(target);

export const RULES: Rule[] = [
  {
    name: "a pure module imports only pure modules (types of a layer below may always be imported)",
    breaks: ({ from, to, isTypeOnly }) => {
      if (!isPure(from) || isTest(from) || isTypeOnly) return false;
      if (isProject(to)) return !isPure(to);
      return (
        !(PURE_PACKAGES[to] ?? []).some((folder) => under(from, folder)) && !(to === "zod" && isPure(from))
      );
    },
  },
  {
    name: "components never import the server",
    breaks: ({ from, to, isTypeOnly }) => under(from, "components") && !isTypeOnly && isServer(to),
  },
  {
    name: "nothing below imports app",
    breaks: ({ from, to }) => !under(from, "app") && !under(from, "tests") && under(to, "app"),
  },
  {
    name: "lib never imports components",
    breaks: ({ from, to, isTypeOnly }) => under(from, "lib") && !isTypeOnly && under(to, "components"),
  },
  {
    name: "only lib/data, lib/auth's adapter, prisma/ and commands touch Prisma",
    breaks: ({ from, to }) =>
      /^@prisma\/|^prisma$|^lib\/generated/.test(to) &&
      !["lib/data", "prisma", "lib/cli", "lib/generated"].some((folder) => under(from, folder)) &&
      from !== "prisma.config.ts",
  },
  {
    name: "only lib/pipeline imports tfjs",
    breaks: ({ from, to }) =>
      to.startsWith("@tensorflow/") &&
      !under(from, "lib/pipeline") &&
      !under(from, "lib/cli") &&
      !from.endsWith(".config.ts"),
  },
  {
    name: "React owns the DOM: no d3-selection, and d3 only in lib/charts",
    breaks: ({ from, to }) => to === "d3-selection" || (/^d3(-|$)/.test(to) && !under(from, "lib/charts")),
  },
  {
    name: "only lib/content reads content/",
    breaks: ({ from, to }) => to === "lib/content/load.ts" && under(from, "components"),
  },
  {
    name: "a registry takes its figures from lazy.ts, so that a page loads only those that it shows",
    breaks: ({ from, to }) =>
      /^components\/content\/(figures\/\w+\/)?registry\.tsx$/.test(from) &&
      /^components\/content\/figures\/.*-figure\.tsx$/.test(to) &&
      isClientFile(to),
  },
  {
    name: "nothing imports a command",
    breaks: ({ from, to }) =>
      under(to, "lib/cli") &&
      !under(from, "lib/cli") &&
      !from.endsWith(".config.ts") &&
      !from.endsWith(".config.ts"),
  },
  {
    name: "data never asks who is signed in",
    breaks: ({ from, to }) => under(from, "lib/data") && under(to, "lib/auth"),
  },
];

export function violations(edges: readonly Edge[]): string[] {
  return RULES.flatMap((rule) =>
    edges.filter((edge) => rule.breaks(edge)).map((edge) => `${rule.name}: ${edge.from} -> ${edge.to}`),
  );
}
