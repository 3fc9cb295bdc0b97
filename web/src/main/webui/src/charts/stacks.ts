import { scaleLinear } from 'd3-scale';
import { counted } from './numbers';

/** One part of a whole. */
export interface Part {
  key: string;
  label: string;
  value: number;
}

/** Between two parts, in pixels. */
const GAP = 2;

/** The narrowest part, so that one of very many still shows. */
const NARROWEST = 4;

/** Where each part of the whole stands in a bar; parts of nothing have no place. */
export function stack<P extends Part>(parts: readonly P[], width: number): { part: P; x: number; width: number }[] {
  const shown = parts.filter((part) => part.value > 0);
  const room = width - GAP * Math.max(shown.length - 1, 0);
  const total = shown.reduce((sum, part) => sum + part.value, 0);
  const long = scaleLinear().domain([0, total]).range([0, room]);
  const least = shown.map((part) => Math.max(long(part.value), NARROWEST));
  const shrink = room / least.reduce((sum, one) => sum + one, 0);
  let x = 0;
  return shown.map((part, i) => {
    const place = { part, x, width: least[i]! * shrink };
    x += place.width + GAP;
    return place;
  });
}

/** The same in words. */
export function stackInWords(subject: string, parts: readonly Part[], one: string): string {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  return `${subject}, of ${counted(total, one)}. ${parts.map((part) => `${part.label}: ${part.value}`).join('; ')}.`;
}
