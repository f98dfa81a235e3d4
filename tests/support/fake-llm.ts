/**
 * A language model's server that misbehaves on request. The model's name picks how (`good`, `cut`, `429`, ...); `mode`
 * overrides it while a test runs. Speaks the OpenAI-compatible protocol and Anthropic's, whole and streamed.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { chunkEvents, wholeBody } from "./fake-llm-wire";
import { answerOf, type Seen } from "./fake-llm-words";

export type FakeLlm = {
  url: string;
  /** Everything that was asked, in order. */
  requests: Seen[];
  mode: string | null;
  /** What happens elsewhere while it answers; awaited before it does. */
  onRequest: (() => Promise<unknown>) | null;
  /** Breaks all connections and stops listening: the server is gone. */
  close(): Promise<void>;
};

const WORD_MS = 15;
const SLOW_WORD_MS = 250;

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  // Real servers have been seen to repeat the key in an error: ours must not let that through.
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error: { message: `refused, your key was sk-fake-key (${status})` } }));
}

function refusalOf(mode: string, seen: Seen): number | null {
  if (/^\d{3}$/.test(mode)) return Number(mode);
  const format = seen.body.response_format?.type;
  if (mode === "no-json-schema" && format === "json_schema") return 400;
  return mode === "no-json" && format !== undefined ? 400 : null;
}

async function stream(response: ServerResponse, mode: string, seen: Seen, text: string): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const words = text.split(/(?<=\s)/);
  const { start, word, end } = chunkEvents(seen.isAnthropic);
  response.write(start);
  for (const [i, piece] of words.entries()) {
    if (i >= words.length / 2 && mode === "cut") return void response.destroy();
    if (i >= words.length / 2 && mode === "stall") return;
    response.write(word(piece));
    await sleep(mode === "slow" ? SLOW_WORD_MS : WORD_MS);
  }
  response.end(end(words.length));
}

async function answer(fake: FakeLlm, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.endsWith("/models")) {
    response.writeHead(200, { "content-type": "application/json" });
    return void response.end(JSON.stringify({ data: [{ id: "good" }] }));
  }
  const body = JSON.parse(await read(request)) as Seen["body"];
  const isAnthropic = request.url?.endsWith("/messages") ?? false;
  const seen: Seen = { body, isAnthropic, headers: request.headers };
  fake.requests.push(seen);
  await fake.onRequest?.();
  const mode = fake.mode ?? body.model;
  const status = refusalOf(mode, seen);
  if (status !== null)
    return refuse(response, status, status === 429 || status >= 500 ? { "retry-after": "0" } : {});
  if (mode === "hang") return;
  if (mode === "redirect") return refuse(response, 307, { location: "http://127.0.0.1:9/elsewhere" });
  const text = answerOf(mode, seen);
  if (body.stream) return stream(response, mode, seen, text);
  const whole = JSON.stringify(wholeBody(isAnthropic, text));
  response.writeHead(200, { "content-type": "application/json" });
  if (mode !== "cut") return void response.end(whole);
  response.write(whole.slice(0, whole.length / 2));
  response.destroy();
}

/** @param port 0: any free one */
export async function startFakeLlm(port = 0): Promise<FakeLlm> {
  const server = createServer((request, response) => {
    answer(fake, request, response).catch(() => response.destroy());
  });
  const fake: FakeLlm = {
    url: "",
    requests: [],
    mode: null,
    onRequest: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return fake;
}
