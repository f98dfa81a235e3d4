/** The two protocols' frames around a text: OpenAI-compatible chat completions, and Anthropic's messages. */
const data = (value: unknown, event = ""): string =>
  `${event && `event: ${event}\n`}data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;

const TOKENS_IN = 100;

export function wholeBody(isAnthropic: boolean, text: string): unknown {
  const out = text.split(/\s+/).length;
  return isAnthropic
    ? {
        id: "message-1",
        type: "message",
        role: "assistant",
        model: "fake",
        content: [{ type: "text", text }],
        stop_reason: "end_turn",
        usage: { input_tokens: TOKENS_IN, output_tokens: out },
      }
    : {
        id: "completion-1",
        object: "chat.completion",
        created: 1,
        model: "fake",
        choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
        usage: { prompt_tokens: TOKENS_IN, completion_tokens: out, total_tokens: TOKENS_IN + out },
      };
}

function openAiEvents() {
  const chunk = (delta: unknown, finish: string | null, usage?: unknown) =>
    data({
      id: "completion-1",
      object: "chat.completion.chunk",
      created: 1,
      model: "fake",
      choices: [{ index: 0, delta, finish_reason: finish }],
      ...(usage !== undefined && { usage }),
    });
  return {
    start: chunk({ role: "assistant", content: "" }, null),
    word: (text: string) => chunk({ content: text }, null),
    end: (words: number) =>
      chunk({}, "stop", {
        prompt_tokens: TOKENS_IN,
        completion_tokens: words,
        total_tokens: TOKENS_IN + words,
      }) + data("[DONE]"),
  };
}

function anthropicEvents() {
  const event = (type: string, rest: object) => data({ type, ...rest }, type);
  const message = {
    id: "message-1",
    type: "message",
    role: "assistant",
    model: "fake",
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: TOKENS_IN, output_tokens: 0 },
  };
  return {
    start:
      event("message_start", { message }) +
      event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    word: (text: string) => event("content_block_delta", { index: 0, delta: { type: "text_delta", text } }),
    end: (words: number) =>
      event("content_block_stop", { index: 0 }) +
      event("message_delta", {
        delta: { stop_reason: "end_turn", stop_sequence: null },
        usage: { output_tokens: words },
      }) +
      event("message_stop", {}),
  };
}

export const chunkEvents = (isAnthropic: boolean) => (isAnthropic ? anthropicEvents() : openAiEvents());
