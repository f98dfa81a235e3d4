/** The built site on the test's database, and how its answers are read. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { type BuiltAction, builtActions } from "@/lib/cli/check-endpoints";

export type Outcome = {
  /** Whether it worked, was refused, or neither. */
  result: "works" | "refused" | "broken";
  /** The HTTP status, or what the action answered. */
  answer: string;
  body: string;
  setCookie: string | null;
};

export type Site = {
  url: string;
  /**
   * @param path with its ids in place
   * @param form as a browser opens it, or as React's own data, which a link fetches
   */
  get: (path: string, cookie: string | null, form?: "HTML" | "RSC") => Promise<Outcome>;
  act: (endpoint: string, page: string, input: unknown, cookie: string | null) => Promise<Outcome>;
  actions: ReadonlyMap<string, BuiltAction>;
  /** Meanwhile the server does nothing of its own, such as submitting the interviews that the work starts in the past. */
  whilePaused: <Result>(work: () => Promise<Result>) => Promise<Result>;
  stop: () => Promise<void>;
};

const BUILD = ".next";
const PATIENCE_MS = 60_000;
const REFUSALS = ["unauthenticated", "forbidden", "not-found"];

async function listening(server: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The site did not start:\n${output()}`)), PATIENCE_MS);
    server.once("message", () => {
      clearTimeout(timer);
      resolve();
    });
    server.once("exit", (code) => reject(new Error(`The site ended with ${code}:\n${output()}`)));
  });
}

async function readPage(response: Response): Promise<Outcome> {
  // A stream of events never ends by itself.
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  const body = isStream ? "" : await response.text();
  if (isStream) await response.body?.cancel();
  const { status } = response;
  const target = response.headers.get("location") ?? "";
  const sendsAway = status >= 300 && status < 400 && /\/sign-(in|up)/.test(target);
  // A page that began to stream before it was refused has the words of the not-found page.
  const isNotFound = status === 404 || body.includes("NEXT_HTTP_ERROR_FALLBACK;404");
  const refused = sendsAway || isNotFound || status === 401 || status === 403;
  const result = refused ? "refused" : status < 400 ? "works" : "broken";
  return { result, answer: String(status), body, setCookie: null };
}

async function readAction(response: Response): Promise<Outcome> {
  const body = await response.text();
  const setCookie = response.headers.getSetCookie().join("; ") || null;
  const found = body.match(/"ok":(true|false)(?:,"code":"([a-z-]+)")?/);
  if (!found) return { result: "broken", answer: `${response.status} without an answer`, body, setCookie };
  if (found[1] === "true") return { result: "works", answer: "ok", body, setCookie };
  const code = found[2] ?? "no code";
  return { result: REFUSALS.includes(code) ? "refused" : "broken", answer: code, body, setCookie };
}

/** Starts the build as `npm run up` does, on DATABASE_URL. */
export async function startSite(port = randomInt(20_000, 60_000)): Promise<Site> {
  const url = `http://localhost:${port}`;
  let output = "";
  const server = spawn(process.execPath, ["lib/cli/serve.mjs"], {
    stdio: ["pipe", "pipe", "pipe", "ipc"],
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), HOST: "localhost", LOG_LEVEL: "warn" },
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    });
  await listening(server, () => output);
  const actions = new Map(builtActions(BUILD).map((action) => [action.endpoint, action]));
  const headers = (cookie: string | null) => (cookie ? { cookie } : undefined);
  return {
    url,
    actions,
    get: async (path, cookie, form = "HTML") => {
      const ask = (address: string) =>
        fetch(new URL(address, url), {
          redirect: "manual",
          headers: { ...headers(cookie), ...(form === "RSC" && { rsc: "1" }) },
        });
      const response = await ask(path);
      // Next keeps the two forms of a page under two addresses.
      const dataAddress = form === "RSC" && response.status === 307 && response.headers.get("location");
      return readPage(dataAddress ? await ask(dataAddress) : response);
    },
    act: async (endpoint, page, input, cookie) => {
      const action = actions.get(endpoint);
      if (!action) throw new Error(`${endpoint} is not in the build.`);
      const response = await fetch(url + page, {
        method: "POST",
        redirect: "manual",
        headers: {
          ...headers(cookie),
          origin: url,
          "next-action": action.id,
          "content-type": "text/plain;charset=UTF-8",
        },
        body: JSON.stringify([input]),
      });
      return readAction(response);
    },
    whilePaused: async (work) => {
      server.kill("SIGSTOP");
      try {
        return await work();
      } finally {
        server.kill("SIGCONT");
      }
    },
    stop: async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await gone;
    },
  };
}
