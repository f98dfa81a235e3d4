"use client";

import { type ReactNode, useId, useState } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/inputs";
import { useSeat, useSeatState } from "../seat-context";
import { useSpeak } from "../talk/speak-context";
import { ScriptLine } from "./script-line";

const KINDS = [
  { kind: "interrupt", title: "To cut in with" },
  { kind: "probe", title: "To ask about a weak spot" },
  { kind: "push-back", title: "To push back with" },
] as const;

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Disclosure open summary={`${title} (${count})`}>
      <ul className="divide-y divide-line">{children}</ul>
    </Disclosure>
  );
}

/** What has been said already, by whoever sat: each line is said once. */
function useSaid() {
  const facts = useSeatState((state) => state.facts);
  const prompted = useSeatState((state) => state.prompted);
  return {
    isTold: (id: string) => facts.some((fact) => fact.id === id),
    isAsked: (id: string) => prompted.some((prompting) => prompting.id === id),
  };
}

/** The hidden script: facts for those who ask, questions, and requirements that may change. A press says one. */
export function ScriptPanel() {
  const { script } = useSeat().seat;
  const { speak, canSpeak } = useSpeak();
  const { isTold, isAsked } = useSaid();
  const [wanted, setWanted] = useState("");
  const inputId = useId();
  const matches = (...texts: string[]) =>
    texts.some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase()));
  const facts = script.facts.filter(({ topic, question, answer }) => matches(topic, question, answer));
  const twists = script.twists.filter(({ announce, change }) => matches(announce, change));
  const triggers = script.triggers.filter(({ question }) => matches(question));
  return (
    <div className="grid content-start gap-3">
      <div className="grid gap-1">
        <label htmlFor={inputId} className="text-sm text-ink-2">
          Find in the script
        </label>
        <TextInput
          id={inputId}
          data-seat-target="script"
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      <Part title="Facts, told only to who asks" count={facts.length}>
        {facts.map(({ id, question, answer }) => (
          <ScriptLine
            key={id}
            text={answer}
            {...{ verb: "Tell", done: "told", isDone: isTold(id), canSpeak }}
            onSay={() => speak({ say: "fact", id })}
          >
            <p className="text-xs text-ink-2">{question}</p>
          </ScriptLine>
        ))}
      </Part>
      <Part title="Requirements that may change" count={twists.length}>
        {twists.map(({ id, announce, change }) => (
          <ScriptLine
            key={id}
            text={announce}
            {...{ verb: "Change", done: "changed", isDone: isAsked(id), canSpeak }}
            onSay={() => speak({ say: "twist", id })}
          >
            <p className="text-xs text-ink-2">{change}</p>
          </ScriptLine>
        ))}
      </Part>
      {KINDS.map(({ kind, title }) => {
        const own = triggers.filter((trigger) => trigger.kind === kind);
        return (
          <Part key={kind} title={title} count={own.length}>
            {own.map(({ id, question }) => (
              <ScriptLine
                key={id}
                text={question}
                {...{ verb: "Ask", done: "asked", isDone: isAsked(id), canSpeak }}
                onSay={() => speak({ say: "trigger", id })}
              />
            ))}
          </Part>
        );
      })}
      {facts.length + twists.length + triggers.length === 0 && (
        <p className="text-sm text-ink-2">Nothing in the script has these words.</p>
      )}
    </div>
  );
}
