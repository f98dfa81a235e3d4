"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId } from "react";
import { setThemeChoice, THEME_CHOICES, useThemeChoice } from "@/components/layout/use-theme-choice";

const looks = {
  light: { label: "Light theme", icon: Sun },
  dark: { label: "Dark theme", icon: Moon },
  system: { label: "Theme of the system", icon: Monitor },
} as const;

/** Three native radios drawn as icons: one tab stop, arrow keys choose. */
export function ThemeSwitch() {
  const name = useId();
  const choice = useThemeChoice();
  return (
    <fieldset className="flex rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEME_CHOICES.map((value) => {
        const { label, icon: Icon } = looks[value];
        return (
          <label
            key={value}
            title={label}
            className="relative grid size-7 cursor-pointer place-items-center rounded text-ink-2 hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-xs has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={choice === value}
              onChange={() => setThemeChoice(value)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <Icon size={15} aria-hidden />
            <span className="sr-only">{label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
