"use client";

import { useEffect, useSyncExternalStore } from "react";

const STORAGE_KEY = "single-key-shortcuts";
const CHANGE_EVENT = "shortlist:shortcuts";
/** public/early-search.js listens until this event. */
const LISTENING_EVENT = "shortlist:listening";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGE_EVENT, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGE_EVENT, onChange);
  };
}

function readEnabled(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true;
  }
}

/** Single keys can be switched off (WCAG 2.1.4): speech input and stray hands trigger them. */
export function useSingleKeysEnabled(): boolean {
  return useSyncExternalStore(subscribe, readEnabled, () => true);
}

export function setSingleKeysEnabled(isEnabled: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, isEnabled ? "on" : "off");
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGE_EVENT));
}

const TYPING =
  "input:not([type=checkbox],[type=radio],[type=range]), textarea, select, [contenteditable]:not([contenteditable=false])";

/** Somebody types there, or a dialog is open. */
export function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof Element && target.closest(`${TYPING}, [data-own-keys]`) !== null;
}

export type Shortcuts = {
  /** Ctrl-K or Cmd-K; works while typing too. */
  onPalette: () => void;
  /** Keyed by `event.key`, or by `g` and a second key with a space between: "g f". */
  keys: Record<string, () => void>;
};

/** Opens the palette for who asked before anything listened, and takes over from public/early-search.js. */
function useEarlySearch(onPalette: () => void): void {
  useEffect(() => {
    window.dispatchEvent(new Event(LISTENING_EVENT));
    const { dataset } = document.documentElement;
    if (dataset.asked !== "search") return;
    delete dataset.asked;
    onPalette();
  }, [onPalette]);
}

/** Listens on the document. Single keys are inert while typing, in dialogs and inside [data-own-keys]. */
export function useShortcuts({ onPalette, keys }: Shortcuts): void {
  const areSingleKeysEnabled = useSingleKeysEnabled();
  useEarlySearch(onPalette);
  useEffect(() => {
    let prefix = "";
    let prefixTimer: ReturnType<typeof setTimeout> | undefined;

    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() === "k" &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey
      ) {
        event.preventDefault();
        onPalette();
        return;
      }
      if (
        !areSingleKeysEnabled ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isBusyElsewhere(event.target)
      )
        return;
      const action = keys[`${prefix}${event.key}`];
      clearTimeout(prefixTimer);
      prefix = !action && event.key === "g" ? "g " : "";
      if (prefix) prefixTimer = setTimeout(() => (prefix = ""), 1200);
      if (!action) return;
      event.preventDefault();
      action();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(prefixTimer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [areSingleKeysEnabled, onPalette, keys]);
}
