"use client";

import { useState } from "react";

/** The inputs of a figure, with the values of its props as the place that Reset returns to. */
export function useFigureState<State extends object>(initial: State) {
  const [start] = useState(initial);
  const [state, setState] = useState(start);
  return {
    state,
    patch: (change: Partial<State>) => setState((current) => ({ ...current, ...change })),
    reset: () => setState(start),
    isChanged: state !== start,
  };
}
