/** Holds what Next built against the table of who may use what: nothing is served that nobody thought about. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { ENDPOINTS } from "@/lib/auth/endpoints";

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: object }> };

/** A built server action: the id by which a browser calls it, and the pages it can be called on. */
export type BuiltAction = { endpoint: string; id: string; pages: string[] };

/** Next's own pages for errors, and files made of code: the icon, the manifest, pictures for links, robots. */
const NOT_OURS =
  /^\/(_not-found|_global-error|icon\.svg|manifest\.webmanifest|opengraph-image\.png|robots\.txt)$/;

const withoutGroups = (route: string): string =>
  route.replaceAll(/\/\([^/]+\)/g, "").replace(/\/(page|route)$/, "") || "/";

const read = <T>(build: string, file: string): T => JSON.parse(readFileSync(path.join(build, file), "utf8"));

/** The server actions of a build. */
export function builtActions(build: string): BuiltAction[] {
  const { node } = read<Manifest>(build, "server/server-reference-manifest.json");
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const place = withoutGroups(filename.replace(/^app/, "").replace(/\/(\w+-)*actions\.ts$/, ""));
    const pages = Object.keys(workers).map((worker) => withoutGroups(worker.replace(/^app/, "")));
    return { endpoint: `action ${place} ${exportedName}`, id, pages };
  });
}

/** Everything that a build answers to, named as in ENDPOINTS. */
export function builtEndpoints(build: string): string[] {
  const routes = read<Record<string, string>>(build, "app-path-routes-manifest.json");
  const served = Object.entries(routes).flatMap(([file, address]) =>
    NOT_OURS.test(address) ? [] : [`${file.endsWith("/route") ? "route" : "page"} ${address}`],
  );
  return [...served, ...builtActions(build).map(({ endpoint }) => endpoint)].sort();
}

/** @throws an Error that names each endpoint which is built and not declared, or declared and not built. */
export function checkEndpoints(build: string, declared: readonly string[] = Object.keys(ENDPOINTS)): void {
  const built = builtEndpoints(build);
  const missing = built.filter((endpoint) => !declared.includes(endpoint));
  const gone = declared.filter((endpoint) => !built.includes(endpoint));
  if (missing.length + gone.length === 0) return;
  const lines = [
    ...missing.map((endpoint) => `  not declared: ${endpoint}`),
    ...gone.map((endpoint) => `  declared, but not built: ${endpoint}`),
  ];
  throw new Error(
    `lib/auth/endpoints.ts and the built site differ. Say there who may use each, and add its request to tests/authorisation.\n${lines.join("\n")}`,
  );
}
