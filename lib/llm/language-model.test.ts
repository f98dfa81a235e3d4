import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { judgementSchema } from "@/lib/grading/second/schema";
import { type FakeLlm, startFakeLlm } from "../../tests/support/fake-llm";
import { promptOf, systemOf } from "../../tests/support/fake-llm-words";
import { ModelCancelled } from "./failure";
import { fence } from "./fence";
import { createLanguageModel } from "./language-model";
import type { LanguageModelSettings } from "./settings";

let fake: FakeLlm;
beforeEach(async () => {
  fake = await startFakeLlm();
});
afterEach(() => fake.close());

const KEY = "sk-fake-key";
const settings = (model: string, change: Partial<LanguageModelSettings> = {}): LanguageModelSettings => ({
  provider: "openai-compatible",
  baseUrl: fake.url,
  model,
  apiKey: KEY,
  isVoice: true,
  isJudge: true,
  prices: null,
  currency: "USD",
  tokensPerPerson: 1e6,
  tokensPerDay: 1e6,
  deadlineMs: 5_000,
  firstTokenMs: 5_000,
  ...change,
});
const never = new AbortController().signal;

const point = "- id: data-time-split\n  point: Splits training and test data by time.\n";
const request = {
  system: `You are the second grader.\n${point}`,
  prompt: fence("ANSWER", "We split training and test data strictly by time, not at random.", "n-1"),
  maxTokens: 500,
  schema: judgementSchema,
};
const judge = (model: string, change: Partial<LanguageModelSettings> = {}) =>
  createLanguageModel(settings(model, change)).judge(request, never);
const ask = (model: string, change: Partial<LanguageModelSettings> = {}, onText = (_: string) => {}) =>
  createLanguageModel(settings(model, change)).ask(
    { system: "You speak.", prompt: "Sentence to say: How do you split the data?", maxTokens: 100, onText },
    never,
  );

describe("a judgement", () => {
  it.each(["good", "fenced"])(
    "is read from an answer that is %s, and its tokens are counted",
    async (mode) => {
      const { value, tokens } = await judge(mode);
      expect(value.points).toEqual([
        expect.objectContaining({
          id: "data-time-split",
          verdict: "met",
          quote: expect.stringContaining("by time"),
        }),
      ]);
      expect(tokens.in).toBe(100);
      expect(tokens.out).toBeGreaterThan(5);
    },
  );

  it.each(["prose", "badjson", "badschema"])(
    "of %s is unreadable, and is not asked for again",
    async (mode) => {
      await expect(judge(mode)).rejects.toMatchObject({ failure: "unreadable" });
      expect(fake.requests).toHaveLength(1);
    },
  );

  it.each([
    ["429", "rate-limit"],
    ["500", "server"],
    ["529", "server"],
    ["cut", "network"],
  ])("is asked for twice when the server answers %s", async (mode, failure) => {
    await expect(judge(mode)).rejects.toMatchObject({ failure });
    expect(fake.requests).toHaveLength(2);
  });

  it.each(["401", "404"])("is asked for once when the server answers %s", async (mode) => {
    await expect(judge(mode)).rejects.toMatchObject({ failure: "refused" });
    expect(fake.requests).toHaveLength(1);
  });

  it("comes from the second try when only the first one fails", async () => {
    fake.onRequest = async () => {
      fake.mode = fake.requests.length === 1 ? "500" : null;
    };
    expect((await judge("good")).value.points).toHaveLength(1);
    expect(fake.requests).toHaveLength(2);
  });

  it("that never comes ends at the deadline", async () => {
    await expect(judge("hang", { deadlineMs: 150 })).rejects.toMatchObject({ failure: "time" });
  });

  it("nobody waits for any more is no failure", async () => {
    const leaving = new AbortController();
    const pending = createLanguageModel(settings("hang")).judge(request, leaving.signal);
    await vi.waitFor(() => expect(fake.requests).toHaveLength(1));
    leaving.abort();
    await expect(pending).rejects.toBeInstanceOf(ModelCancelled);
  });

  it("asks for a schema first, then for an object, then for nothing, and remembers what was refused", async () => {
    const model = createLanguageModel(settings("no-json"));
    await model.judge(request, never);
    await model.judge(request, never);
    const formats = fake.requests.map(({ body }) => body.response_format?.type);
    expect(formats).toEqual(["json_schema", "json_object", undefined, undefined]);
    fake.requests.length = 0;
    await judge("no-json-schema");
    expect(fake.requests.map(({ body }) => body.response_format?.type)).toEqual([
      "json_schema",
      "json_object",
    ]);
  });

  it("is asked for with the schema that is checked afterwards, closed to other keys", async () => {
    await judge("good");
    const schema = JSON.stringify(fake.requests[0]?.body.response_format?.json_schema?.schema);
    expect(schema).toContain('"injectionSeen"');
    expect(schema).toContain('"additionalProperties":false');
    expect(schema.indexOf('"quote"')).toBeLessThan(schema.indexOf('"verdict"'));
  });

  it("has the rules in the system prompt and the answer fenced in the user's, and no tools", async () => {
    await judge("good");
    const [seen] = fake.requests;
    if (!seen) throw new Error("nothing was asked");
    expect(systemOf(seen)).toBe(request.system);
    expect(promptOf(seen)).toContain("<<<ANSWER n-1\n| We split");
    expect(seen.body).not.toHaveProperty("tools");
    expect(seen.body.max_tokens).toBe(500);
  });

  it("follows no redirect to an address that the host did not choose", async () => {
    await expect(judge("redirect")).rejects.toMatchObject({ failure: "network" });
  });

  it("works over Anthropic's protocol, too, with the key in its header", async () => {
    const { value } = await judge("good", { provider: "anthropic" });
    expect(value.points).toHaveLength(1);
    expect(fake.requests[0]).toMatchObject({ isAnthropic: true, headers: { "x-api-key": KEY } });
  });
});

describe("a spoken sentence", () => {
  it("arrives in pieces, and whole at the end", async () => {
    const pieces: string[] = [];
    const { text, tokens } = await ask("good", {}, (soFar) => pieces.push(soFar));
    expect(text).toBe("Before you go on: how do you split the data?");
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.every((piece) => text.startsWith(piece))).toBe(true);
    expect(tokens).toEqual({ in: 100, out: 10 });
  });

  it("arrives over Anthropic's protocol, too", async () => {
    expect((await ask("good", { provider: "anthropic" })).text).toMatch(/split the data\?$/);
  });

  it("that breaks off is a cut, and is not begun again", async () => {
    const pieces: string[] = [];
    await expect(ask("cut", {}, (soFar) => pieces.push(soFar))).rejects.toMatchObject({ failure: "cut" });
    expect(pieces.length).toBeGreaterThan(0);
    expect(fake.requests).toHaveLength(1);
  });

  it("of a server that is killed in the middle is a cut", async () => {
    const pending = ask("stall", {}, () => void fake.close());
    await expect(pending).rejects.toMatchObject({ failure: "cut" });
  });

  it("has a deadline for its first token, and one for all of it", async () => {
    await expect(ask("hang", { firstTokenMs: 100 })).rejects.toMatchObject({ failure: "time" });
    await expect(ask("stall", { deadlineMs: 400, firstTokenMs: 300 })).rejects.toMatchObject({
      failure: "time",
    });
  });

  it.each(["429", "500"])("is asked for twice when the server answers %s", async (mode) => {
    await expect(ask(mode)).rejects.toMatchObject({ failure: mode === "429" ? "rate-limit" : "server" });
    expect(fake.requests).toHaveLength(2);
  });
});

describe("the key", () => {
  it("is sent, and is in no error and on no console, whatever the server repeats", async () => {
    const lines: unknown[] = [];
    for (const method of ["log", "info", "debug"] as const)
      vi.spyOn(console, method).mockImplementation((...parts) => void lines.push(...parts));
    for (const mode of ["401", "429", "500", "badschema", "cut"]) {
      const error: unknown = await judge(mode).catch((reason: unknown) => reason);
      const all = `${error} ${(error as Error).stack} ${JSON.stringify(error)} ${(error as Error).cause}`;
      expect(all).not.toContain(KEY);
      expect(await ask(mode).catch((reason: unknown) => String(reason))).not.toContain(KEY);
    }
    expect(fake.requests.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true);
    expect(JSON.stringify(lines)).not.toContain(KEY);
  });
});
