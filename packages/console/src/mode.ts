const key = 'kamiwaza.mode';

/** `novice`: a curated list, deployed by one click. `advanced`: the whole hub, every file and configuration. */
export type Mode = 'novice' | 'advanced';

/** Level of detail of the model engine in this browser; new users start as novices. */
export function currentMode(): Mode {
  return localStorage.getItem(key) === 'advanced' ? 'advanced' : 'novice';
}

export function keepMode(mode: Mode): void {
  localStorage.setItem(key, mode);
}
