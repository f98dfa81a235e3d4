"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useStoredSwitch } from "@/components/layout/use-stored-switch";
import { Button } from "@/components/ui/button";
import type { ThreadEntry } from "@/lib/interview/state";

const SWITCH_KEY = "shortlist:read-aloud";

function subscribe(onChange: () => void): () => void {
  window.speechSynthesis?.addEventListener("voiceschanged", onChange);
  return () => window.speechSynthesis?.removeEventListener("voiceschanged", onChange);
}

/** An English voice that lives on this device: others would send the interviewer's words elsewhere. */
function localVoice(): SpeechSynthesisVoice | null {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const english = voices.filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith("en"));
  return english.find((voice) => voice.default) ?? english[0] ?? null;
}

function speak(text: string): void {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = localVoice();
  if (!voice) return;
  utterance.voice = voice;
  utterance.lang = voice.lang;
  window.speechSynthesis.speak(utterance);
}

/** Reads what the interviewer says from now on, beginning with what was said last; the words stay on the screen. */
export function ReadAloud({ thread }: { thread: readonly ThreadEntry[] }) {
  const isPossible = useSyncExternalStore(
    subscribe,
    () => localVoice() !== null,
    () => false,
  );
  const [wasOn, remember] = useStoredSwitch(SWITCH_KEY);
  // A page may not speak before somebody has pressed something on it, so it starts silent.
  const [isOn, setOn] = useState(false);
  const spoken = useRef(0);
  const count = thread.length;
  useEffect(() => {
    if (!isOn) return;
    for (const entry of thread.slice(spoken.current)) if (entry.from === "interviewer") speak(entry.text);
    spoken.current = count;
  }, [isOn, thread, count]);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!isPossible) return null;
  function toggle() {
    window.speechSynthesis.cancel();
    const last = thread.findLastIndex((entry) => entry.from === "interviewer");
    spoken.current = Math.max(0, last);
    remember(!isOn);
    setOn(!isOn);
  }
  return (
    <Button
      size="small"
      variant="quiet"
      aria-pressed={isOn}
      onClick={toggle}
      icon={isOn ? <VolumeX size={15} aria-hidden /> : <Volume2 size={15} aria-hidden />}
    >
      {isOn ? "Stop reading aloud" : wasOn ? "Read aloud again" : "Read aloud"}
    </Button>
  );
}
