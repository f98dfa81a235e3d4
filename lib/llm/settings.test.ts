import { describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";

const needed = { DATABASE_URL: "postgresql://x:y@localhost/z", AUTH_SECRET: "s".repeat(32) };
const read = (settings: Record<string, string>) => readEnv({ ...needed, ...settings }).languageModel;
const ollama = {
  LLM_PROVIDER: "openai-compatible",
  LLM_BASE_URL: "http://localhost:11434/v1/",
  LLM_MODEL: "llama",
};

describe("settings of the language model", () => {
  it("are off by default, and when the host says so beside other settings", () => {
    expect(read({})).toBeNull();
    expect(read({ LLM_PROVIDER: "off", LLM_MODEL: "llama" })).toBeNull();
  });

  it("have the deadlines and budgets of the design when nothing else is said", () => {
    expect(read(ollama)).toEqual({
      provider: "openai-compatible",
      baseUrl: "http://localhost:11434/v1",
      model: "llama",
      apiKey: undefined,
      isVoice: true,
      isJudge: true,
      prices: null,
      currency: "USD",
      tokensPerPerson: 200_000,
      tokensPerDay: 5_000_000,
      deadlineMs: 20_000,
      firstTokenMs: 10_000,
    });
  });

  it("can be for the voice alone, so that no answer is judged", () => {
    expect(read({ ...ollama, LLM_TASKS: "voice" })).toMatchObject({ isVoice: true, isJudge: false });
  });

  it.each([
    [{ LLM_MODEL: "llama" }, /LLM_MODEL.*openai-compatible, anthropic or off/],
    [{ LLM_PROVIDER: "openai-compatible" }, /LLM_MODEL[\s\S]*LLM_BASE_URL/],
    [{ LLM_PROVIDER: "anthropic", LLM_MODEL: "claude" }, /LLM_API_KEY/],
    [{ ...ollama, LLM_PRICE_IN: "1" }, /LLM_PRICE_OUT/],
    [{ ...ollama, LLM_BASE_URL: "file:///etc/passwd" }, /LLM_BASE_URL/],
    [{ ...ollama, LLM_BASE_URL: "http://name:secret@host/v1" }, /must not hold a name or password/],
    [{ ...ollama, LLM_TOKENS_PER_PERSON: "10", LLM_TOKENS_PER_DAY: "5" }, /LLM_TOKENS_PER_PERSON/],
    [{ ...ollama, LLM_TOKENS_PER_DAY: "5000000000" }, /LLM_TOKENS_PER_DAY/],
    [{ ...ollama, LLM_DEADLINE_SECONDS: "5" }, /LLM_FIRST_TOKEN_SECONDS/],
  ])("that do not go together are one clear error: %o", (settings, message) => {
    expect(() => read(settings as Record<string, string>)).toThrow(message);
  });

  it("never repeat a key in an error", () => {
    const settings = { LLM_PROVIDER: "anthropic", LLM_API_KEY: "sk-very-secret" };
    expect(() => read(settings)).toThrow(expect.not.stringContaining("sk-very-secret") as unknown as Error);
    try {
      read(settings);
    } catch (error) {
      expect(String(error)).not.toContain("sk-very-secret");
    }
  });
});
