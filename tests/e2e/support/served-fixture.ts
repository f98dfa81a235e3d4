/** The fixture of the authorisation matrix on a server of its own: a class with work in every state, and its people. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Served } from "../../authorisation/serve";

const ARGUMENTS = ["--conditions=react-server", "--import", "tsx", "tests/authorisation/serve.ts"];

export type ServedFixture = Served & { stop(): Promise<void> };

/** The build is there already: the suite's own server made it. */
export async function serveFixture(port: number): Promise<ServedFixture> {
  const program = spawn(process.execPath, ARGUMENTS, {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PORT: String(port) },
  });
  const gone = new Promise<void>((resolve) => program.once("exit", () => resolve()));
  const stop = async () => {
    program.stdin.end();
    await gone;
  };
  for await (const line of createInterface(program.stdout)) return { ...JSON.parse(line), stop };
  throw new Error("The fixture was not made; its error stands above.");
}
