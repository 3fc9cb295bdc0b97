import type { Applications } from '../api/reads';
import { COMPONENTS, type ComponentCode, type EnergyCode } from '../words/codes';

/** Components of the same kind, by their words. */
export interface Group {
  name: string;
  texts: string[];
  /** Whether it says most about the days in the job, and is shown first. */
  telling: boolean;
}

const KINDS: ComponentCode[] = ['RESPONSIBILITY', 'REQUIREMENT', 'BENEFIT', 'OTHER'];

/** The components to rate; those that were rated and are in no description any more come last. */
export function groups(components: Applications['Component'][], energies: Record<string, EnergyCode>): Group[] {
  const known = new Set(components.map(({ text }) => text));
  const gone = Object.keys(energies).filter((text) => !known.has(text));
  return [
    ...KINDS.map((kind) => ({
      name: COMPONENTS[kind],
      texts: [...new Set(components.filter((one) => one.kind === kind).map(({ text }) => text))],
      telling: kind === 'RESPONSIBILITY' || kind === 'REQUIREMENT',
    })),
    { name: 'From an earlier description', texts: gone, telling: false },
  ].filter(({ texts }) => texts.length > 0);
}

/** The energies with another level for one component, or none. */
export function withEnergy(energies: Record<string, EnergyCode>, text: string, energy: EnergyCode | undefined): Record<string, EnergyCode> {
  const { [text]: _, ...others } = energies;
  return energy === undefined ? others : { ...others, [text]: energy };
}
