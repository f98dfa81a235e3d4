import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { PURE } from "./tests/architecture/layers";

const alias = {
  "@": import.meta.dirname,
  // Resolves only inside Next's bundler; what it guards is checked there and by tests/architecture.
  "server-only": path.join(import.meta.dirname, "tests/support/server-only.ts"),
};

const PURE_TESTS = PURE.map((folder) => `${folder}/**/*.test.ts`);
const shared = { resolve: { alias } };

/** The matrix takes longer than any other file: beside the others, it has to begin first. */
class MatrixFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isMatrix = ({ moduleId }: TestSpecification) => moduleId.endsWith("/matrix.test.ts");
    const sorted = await super.sort(files);
    return [...sorted.filter(isMatrix), ...sorted.filter((file) => !isMatrix(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: MatrixFirst },
    projects: [
      {
        ...shared,
        test: {
          name: "pure",
          include: PURE_TESTS,
          // Modules without state of their own need no fresh copy for each file.
          isolate: false,
          setupFiles: ["tests/support/strict-console.ts"],
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.ts", "app/**/*.test.ts"],
          exclude: PURE_TESTS,
          setupFiles: ["tests/support/strict-console.ts"],
          testTimeout: 30_000,
        },
      },
      { ...shared, test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      { ...shared, test: { name: "content", include: ["tests/content/**/*.test.ts"], testTimeout: 60_000 } },
      {
        ...shared,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/strict-console.ts", "tests/support/fresh-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "authorisation",
          include: ["tests/authorisation/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          setupFiles: ["tests/support/fresh-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
