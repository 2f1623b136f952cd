/** A choice that the browser remembers between visits; where it may not, the page works without. */
export function recall<Choice extends string>(key: string, choices: readonly Choice[]): Choice | undefined {
  try {
    const kept = localStorage.getItem(`fundcast.${key}`);
    return choices.find((choice) => choice === kept);
  } catch {
    return undefined;
  }
}

export function remember(key: string, choice: string): void {
  try {
    localStorage.setItem(`fundcast.${key}`, choice);
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}
