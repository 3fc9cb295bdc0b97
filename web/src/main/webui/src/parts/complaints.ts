import { useEffect, useState } from 'react';
import type { Problem } from '../api/problem';
import { useFirstError } from './useFirstError';

/** What is wrong with a form, by the names that the service has for its fields. */
export type Complaints = Record<string, string>;

/**
 * What is wrong with a form: what is found here before it is sent, and what the service says of it afterwards. Whoever
 * sent it is brought to the first field that is not right. What was wrong with a single field is not said any more once
 * somebody writes there.
 *
 * @param problem what became of sending it
 */
export function useComplaints(problem: Problem | null) {
  const [found, setFound] = useState<Complaints>({});
  const [written, setWritten] = useState(false);
  const form = useFirstError(isRight(found) ? (problem?.fields ?? found) : found);

  useEffect(() => {
    const write = ({ target }: Event) => {
      const wrong = form.current?.querySelectorAll('[aria-invalid="true"]');
      setWritten((before) => before || (wrong?.length === 1 && wrong[0] === target));
    };
    // Not on the form: whoever renders before React has heard of the event puts back what stood there.
    document.addEventListener('input', write);
    return () => document.removeEventListener('input', write);
  }, [form]);

  return {
    form,
    /** What is found here; nothing where it may be sent. */
    found,
    errors: written ? {} : { ...problem?.fields, ...found },
    /** What the service said of it; nothing once somebody writes in the field that it names. */
    problem: written && problem !== null && !isRight(problem.fields) ? null : problem,
    /** Shows what is wrong before it is sent; whether nothing is. */
    passes(wrong: Complaints): boolean {
      setFound(wrong);
      setWritten(false);
      return isRight(wrong);
    },
  };
}

function isRight(complaints: Complaints): boolean {
  return Object.keys(complaints).length === 0;
}

/** What is wrong with a list, or with the first of its entries that is not right. */
export function firstOf(complaints: Complaints, field: string): string | undefined {
  return Object.entries(complaints).find(([name]) => name === field || name.startsWith(`${field}[`))?.[1];
}
